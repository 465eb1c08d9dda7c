import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Postmaster = { readonly pid: number; readonly port: number }

/** The PostgreSQL that runs on this cluster now, left by a kill -9 of ours, or none. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const file = path.join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  if (!pid || !isPostgres(Number(pid), cluster)) return undefined
  return { pid: Number(pid), port: Number(port) }
}

/** After a power cut the number may belong to anybody: only a postgres on this very folder counts. */
export function isPostgres(pid: number, cluster: string): boolean {
  try {
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        : process.platform === 'win32'
          ? execFileSync('tasklist', ['/fi', `pid eq ${pid}`, '/fo', 'csv'], { encoding: 'utf8' })
          : execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
    return command.includes('postgres') && (process.platform === 'win32' || command.includes(cluster))
  } catch {
    return false
  }
}
