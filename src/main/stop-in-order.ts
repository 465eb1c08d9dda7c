import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'

/** Ctrl-C reaches us from the terminal and again from npm: that is one wish. */
const SAME_WISH_MS = 2_000

/**
 * On SIGTERM, SIGINT or SIGHUP: no new connections, what is under way is finished (for `drainMs` at most), then
 * everything is closed in the given order and the process ends. Asked again later, it ends at once.
 */
export function stopInOrder(
  log: Logger,
  server: Server,
  begin: () => void,
  closers: readonly (() => unknown)[],
  drainMs: number,
): (why: string, code?: number) => Promise<void> {
  let stoppingSince: number | undefined
  async function stop(why: string, code = 0): Promise<void> {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > SAME_WISH_MS) process.exit(code || 1)
      return
    }
    stoppingSince = performance.now()
    log.info({ why }, 'stopping')
    begin()
    const drained = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    // Keep-alive connections that fall idle now would hold the door open until their own time-out.
    const sweep = setInterval(() => server.closeIdleConnections(), 100)
    await Promise.race([drained, sleep(drainMs)])
    clearInterval(sweep)
    server.closeAllConnections()
    for (const close of closers) {
      try {
        await close()
      } catch (err) {
        log.error({ err }, 'closing failed')
      }
    }
    log.info('stopped')
    process.exit(code)
  }
  // SIGHUP: the terminal was closed.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal))
  return stop
}

/**
 * Ends with whoever started us. After a kill -9 of `npm start` nobody would tell this process, and it would hold the
 * port against the next start.
 */
export function starterIsGone(startedBy: string | undefined): boolean {
  if (startedBy === undefined) return false
  try {
    process.kill(Number(startedBy), 0)
    // A dead process keeps its number until somebody collects it, and in a container nobody may.
    return process.platform === 'linux' && /\) Z /.test(readFileSync(`/proc/${startedBy}/stat`, 'utf8'))
  } catch (error) {
    return ['ESRCH', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')
  }
}
