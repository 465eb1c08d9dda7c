import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The operating-system user PostgreSQL runs as when we are root; it refuses to be root itself. */
export type RunAs = { readonly uid: number; readonly gid: number }

/**
 * Nobody else, when we are an ordinary user. As root: the user `postgres`, made if the machine lacks one, and
 * `nobody` where no user can be made (a slim container).
 */
export function runAs(): RunAs | undefined {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return undefined
  return user('postgres') ?? made() ?? user('nobody') ?? fail()
}

function user(name: string): RunAs | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [login, , uid, gid] = line.split(':')
    if (login === name && uid && gid && uid !== '0') return { uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

function made(): RunAs | undefined {
  const attempts: readonly (readonly [string, ...string[]])[] = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', 'postgres'], // BusyBox
  ]
  for (const [command, ...args] of attempts) {
    spawnSync(command, args, { stdio: 'ignore' })
    const found = user('postgres')
    if (found) return found
  }
  return undefined
}

function fail(): never {
  throw new Error(
    'PostgreSQL refuses to run as root and no other user could be made: start as an ordinary user, or set DATABASE_URL.',
  )
}

/** May that user walk to this folder? Asked of the system itself, so that access lists and mounts count too. */
export function mayEnter(folder: string, as: RunAs | undefined): boolean {
  if (as === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...as, cwd: '/', stdio: 'ignore' }).status === 0
}
