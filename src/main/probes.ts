import type { IncomingMessage, ServerResponse } from 'node:http'
import { timingSafeEqual } from 'node:crypto'
import { registry } from '#server/metrics.ts'
import { clockAlarmOf } from '#server/sla/clock-alarm.ts'
import type { Shell } from '#server/shell.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** What proxies say of whom they bring, or of themselves. */
const BROUGHT = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via']

/** `/api/health`: the process answers. `/api/ready`: it may be sent people. `/metrics`: for Prometheus. */
export function probes(shell: Pick<Shell, 'config' | 'pool'>, stopping: () => boolean) {
  return async (path: string, req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    if (path === '/api/health') {
      // The process answers; whether its clock may be believed stands beside it, for whoever watches.
      const alarm = clockAlarmOf(shell.pool)
      return answer(res, 200, { ok: true, clocks: alarm ? alarm.why : 'agree' })
    }
    if (path === '/api/ready') {
      const database = await databaseAnswers(shell)
      return answer(res, database && !stopping() ? 200 : 503, { ready: database && !stopping(), database })
    }
    if (path !== '/metrics') return false
    if (!mayReadMetrics(req, shell.config.metricsToken)) return answer(res, 404, {})
    res.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
    res.end(await registry.metrics())
    return true
  }
}

function answer(res: ServerResponse, status: number, body: object): true {
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  res.end(JSON.stringify(body))
  return true
}

async function databaseAnswers(shell: Pick<Shell, 'pool'>): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref())
  return Promise.race([
    shell.pool.query('SELECT 1').then(
      () => true,
      () => false,
    ),
    late,
  ])
}

/** With a token, whoever has it; without, this machine only, and nobody whom a proxy brings along. */
function mayReadMetrics(req: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined)
    return LOOPBACK.has(req.socket.remoteAddress ?? '') && !BROUGHT.some((name) => name in req.headers)
  const given = Buffer.from(req.headers.authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
