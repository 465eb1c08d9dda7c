import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { alone } from './alone.mjs'
import { node, run } from './processes.mjs'
import { ROOT, refuse, tell } from './words.mjs'

const WORK = {
  install: { stale: () => !installed(), words: 'memasang paket / installing packages', work: install },
  generate: {
    stale: () => stamp('generate') !== schemaHash() || !existsSync(at('src/server/db/generated/client.ts')),
    words: 'membuat klien basis data / generating the database client',
    work: generate,
  },
  build: {
    stale: () => stamp('build') !== sourceHash() || !existsSync(at('.next/BUILD_ID')),
    words: 'membangun halaman / building the pages',
    work: build,
  },
}

export function isStale(name) {
  return WORK[name].stale()
}

/** Does what is missing or stale, in order, and nothing else. Looking takes some 50 ms. */
export async function prepare(names) {
  if (!names.some((name) => WORK[name].stale())) return
  await alone(async (onChild) => {
    for (const name of names) {
      const { stale, words, work } = WORK[name]
      if (!stale()) continue // also when another start has just done it
      const begun = Date.now()
      tell(`${words} …`)
      await work(onChild)
      tell(`${words}: ${((Date.now() - begun) / 1000).toFixed(1)} s`)
    }
  })
}

/** There while npm works: a package that was being unpacked at a kill -9 looks installed and lacks files. */
const INSTALLING = path.join(ROOT, '.data', 'installing')

async function install(onChild) {
  if (existsSync(INSTALLING)) rmSync(at('node_modules'), { recursive: true, force: true })
  writeFileSync(INSTALLING, '')
  const npm = process.env.npm_execpath
  const flags = ['--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error']
  const [command, ...first] = npm
    ? [process.env.npm_node_execpath ?? process.execPath, npm]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  const PATH = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((one) => !one.includes('node_modules'))
    .join(path.delimiter)
  const env = { PATH, NODE_ENV: '', ...prismaSettings() }
  const npmDoes = (...words) => run(command, [...first, ...words, ...flags], env, onChild)
  // From nothing: exactly the lock. To packages that are there, or by a lock that another npm wrote and this one does
  // not take: what is missing, and the lock is not written.
  const fresh = !existsSync(at('node_modules')) && (await npmDoes('ci')) === 0
  if (!fresh && (await npmDoes('install', '--no-save')) !== 0)
    refuse(
      'npm tidak dapat memasang paket. Periksa sambungan ke registry, lalu ulangi. / npm could not install the packages: see above, then start again.',
    )
  rmSync(INSTALLING)
}

/** Does what npm noted as installed agree with package-lock.json? Packages of other systems are left out by npm. */
function installed() {
  const noted = json('node_modules/.package-lock.json')?.packages
  const wanted = json('package-lock.json')?.packages
  if (existsSync(INSTALLING) || !noted || !wanted) return false
  if (node() === process.execPath && !existsSync(at('node_modules/node/bin'))) return false
  return Object.entries(wanted).every(([where, one]) => {
    const there = noted[where]
    return where === '' || (there ? there.version === one.version : one.optional || one.peer)
  })
}

async function generate(onChild) {
  const wanted = schemaHash()
  const code = await run(
    node(),
    [at('node_modules/prisma/build/index.js'), 'generate'],
    prismaSettings(),
    onChild,
  )
  if (code !== 0)
    refuse('Prisma tidak dapat membuat klien basis data. / Prisma could not generate the database client.')
  setStamp('generate', wanted)
}

/** Generating needs no engine, and the one Prisma would fetch is never used: any file that exists stands in for it. */
function prismaSettings() {
  return {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
}

async function build(onChild) {
  const wanted = sourceHash()
  rmSync(stampFile('build'), { force: true })
  const code = await run(
    node(),
    [at('node_modules/next/dist/bin/next'), 'build'],
    { NODE_ENV: 'production' },
    onChild,
  )
  if (code !== 0) refuse('Halaman tidak dapat dibangun. / The pages could not be built: see above.')
  if ((await run(node(), [at('src/main/launch/make-worker.mjs')], { NODE_ENV: 'production' }, onChild)) !== 0)
    refuse('Pekerja layanan tidak dapat dibuat. / The service worker could not be made: see above.')
  setStamp('build', wanted)
}

function schemaHash() {
  const hash = createHash('sha256').update(readFileSync(at('prisma/schema.prisma')))
  hash.update(json('node_modules/prisma/package.json')?.version ?? '')
  return hash.digest('hex')
}

/** Everything that can get into the pages: their own sources, the rules, words, public files, versions. */
function sourceHash() {
  const hash = createHash('sha256')
  const files = ['src', 'public']
    .flatMap((folder) => filesIn(at(folder)))
    .filter((file) => !/\.test\.tsx?$|[\\/]generated[\\/]|src[\\/]main[\\/]/.test(file))
  for (const file of [
    ...files.sort((a, b) => (a < b ? -1 : 1)),
    at('next.config.mjs'),
    at('src/main/launch/make-worker.mjs'),
    at('tsconfig.json'),
    at('package-lock.json'),
  ]) {
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? filesIn(path.join(folder, one.name)) : [path.join(folder, one.name)],
  )
}

function at(relative) {
  return path.join(ROOT, relative)
}

function json(relative) {
  try {
    return JSON.parse(readFileSync(at(relative), 'utf8'))
  } catch {
    return undefined // missing, or cut off while it was written
  }
}

/** Stamps lie with the packages they were made by: whoever deletes node_modules starts afresh. */
function stampFile(name) {
  return name === 'build' ? at('.next/satu-build') : at(`node_modules/.cache/satu-antrean/${name}`)
}

function stamp(name) {
  return existsSync(stampFile(name)) ? readFileSync(stampFile(name), 'utf8') : undefined
}

function setStamp(name, value) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true })
  writeFileSync(stampFile(name), value)
}
