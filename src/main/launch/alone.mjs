import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandOf, isAlive } from './processes.mjs'
import { ROOT, tell } from './words.mjs'

const FILE = path.join(ROOT, '.data', 'preparing.json')

/**
 * One start at a time installs and builds in this folder; others wait and then find it done. An installer that outlived
 * the kill -9 of its start is waited for too (a second one beside it would spoil both); a build is ended.
 */
export async function alone(work) {
  await take()
  try {
    await work((child) => write({ pid: process.pid, child }, 'w'))
  } finally {
    rmSync(FILE, { force: true })
  }
}

async function take() {
  mkdirSync(path.dirname(FILE), { recursive: true })
  let told = false
  for (;;) {
    if (write({ pid: process.pid }, 'wx')) {
      await sleep(30) // two who removed the same left-over at once: the later one stays
      if (read()?.pid === process.pid) return
    }
    const holder = read()
    if (!holder || !isBusy(holder)) {
      rmSync(FILE, { force: true })
      continue
    }
    if (!isLauncher(holder) && /next/.test(commandOf(holder.child))) {
      process.kill(holder.child, 'SIGTERM') // nobody is left who would say what this build was made of
      await sleep(300)
      continue
    }
    if (!told) tell('mulai yang lain sedang menyiapkan, menunggu / another start is preparing, waiting …')
    told = true
    await sleep(500)
  }
}

function isBusy(holder) {
  const { child } = holder
  return (
    isLauncher(holder) || (child !== undefined && isAlive(child) && /npm|prisma|next/.test(commandOf(child)))
  )
}

function isLauncher({ pid }) {
  return isAlive(pid) && commandOf(pid).includes('launch.mjs')
}

function read() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'))
  } catch {
    return undefined
  }
}

function write(content, flag) {
  try {
    writeFileSync(FILE, JSON.stringify(content), { flag })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}
