import { spawn, execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT, tell } from './words.mjs'

const WINDOWS = process.platform === 'win32'

/** Node 24 comes with the packages, so that everything runs on one version whatever the machine has. */
export function node() {
  const own = path.join(ROOT, 'node_modules/node/bin', WINDOWS ? 'node.exe' : 'node')
  return existsSync(own) ? own : process.execPath
}

/** Runs one of our scripts and waits for its exit code. A Ctrl-C reaches the child by itself. */
export function runNode(words, env = {}) {
  return wait(node(), words, compiled(env))
}

/** One step of the preparation: what takes longer than some seconds shows that it is alive. */
export async function run(command, words, env, onChild) {
  const begun = Date.now()
  const tick = () => !process.stdout.isTTY && tell(`… ${Math.round((Date.now() - begun) / 1000)} s`)
  const ticker = setInterval(tick, 10_000)
  try {
    return await wait(command, words, env, onChild)
  } finally {
    clearInterval(ticker)
  }
}

async function wait(command, words, env, onChild = () => {}) {
  const child = spawn(command, words, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
  onChild(child.pid)
  const forward = (signal) => child.kill(signal)
  const ignore = () => {}
  process.on('SIGTERM', forward).on('SIGHUP', forward).on('SIGINT', ignore)
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject).once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
    })
  } finally {
    process.off('SIGTERM', forward).off('SIGHUP', forward).off('SIGINT', ignore)
  }
}

/** Becomes Node 24 with this script where the system can (one process less), else runs it and passes on its end. */
export function replaceBy(words, env) {
  const all = Object.entries({ ...process.env, ...compiled(env) }).filter(([, value]) => value !== undefined)
  if (typeof process.execve === 'function' && !WINDOWS) {
    process.removeAllListeners('warning') // it calls itself experimental
    process.execve(node(), [node(), ...words], Object.fromEntries(all))
  }
  void runNode(words, env).then((code) => process.exit(code))
}

/** Stripping and compiling three hundred sources takes longer than reading them compiled. */
function compiled(env) {
  return { NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules/.cache/satu-antrean/node'), ...env }
}

/**
 * The npm that started us. When it is killed with -9 nobody tells the server, which would go on and hold the port: it
 * watches this process and stops in order. Undefined when started by hand or by a service manager.
 */
export function watchedPid() {
  if (!process.env.npm_lifecycle_event || WINDOWS) return undefined
  const parent = process.ppid
  return String(/^(ba|da)?sh$/.test(nameOf(parent)) ? parentOf(parent) : parent)
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return commandOf(pid) !== '' // a dead one keeps its number until somebody collects it
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** After a kill -9 of npm nobody waits for this start any more: it must not stand in the way of the next one. */
export function endWith(starter) {
  if (starter === undefined) return
  setInterval(() => isAlive(Number(starter)) || process.exit(1), 500).unref()
}

export function commandOf(pid) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function nameOf(pid) {
  return path.basename(commandOf(pid).split(' ', 1)[0] ?? '')
}

function parentOf(pid) {
  try {
    if (process.platform === 'linux')
      return Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
    return Number(execFileSync('ps', ['-p', String(pid), '-o', 'ppid='], { encoding: 'utf8' }))
  } catch {
    return pid
  }
}
