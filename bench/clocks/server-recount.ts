import { randomUUID } from 'node:crypto'
import { recount } from '#server/sla/recount.ts'
import type { Figure } from '../report.ts'
import { Office, openRig, percentile } from '../rig.ts'
import { manyWaiting } from './server-many.ts'

const MOST_S = 60
const BEFORE_MS = 8_000
const PACE_MS = 50
const MOST_SLOWER = 1.2

/**
 * Counting open cases again after a change of the calendar, while people work in the same queue at twenty commands a
 * second: how long it takes, and what those commands cost before and meanwhile, in the same run.
 */
export async function recounting(count: number): Promise<readonly Figure[]> {
  const rig = await openRig(10)
  const [office] = await Office.openAll(rig.shell, ['81.78'])
  if (!office) throw new Error('no office')
  try {
    const now = Date.now()
    const ids = await manyWaiting(rig, office, count, (n) => now - (n % 1000) * 60_000)
    await recount(rig.shell, { rest: 0 })
    const operator = office.person('OPERATOR', 'Yopi')
    const act = async (): Promise<number> => {
      const caseId = ids[Math.floor(Math.random() * ids.length)] ?? ''
      const begun = performance.now()
      await office.run(operator, caseId, {
        type: 'writeNote',
        noteId: randomUUID(),
        text: 'Berkas diperiksa',
        visibility: 'internal',
      })
      return performance.now() - begun
    }
    const workUntil = async (over: () => boolean): Promise<readonly number[]> => {
      const times: Promise<number>[] = []
      while (!over()) {
        times.push(act())
        await new Promise((resolve) => setTimeout(resolve, PACE_MS))
      }
      return Promise.all(times)
    }
    const until = (ms: number) => {
      const end = performance.now() + ms
      return () => performance.now() > end
    }
    await workUntil(until(BEFORE_MS / 4)) // warm
    const before = await workUntil(until(BEFORE_MS))
    await rig.shell.pool.query(
      "insert into calendar_day (id, on_day, office, kind, name, source, state, entered_by, entered_at) select gen_random_uuid(), to_char(now() + interval '1 day' * d, 'YYYY-MM-DD'), '*', 'LOCAL', 'Hari jadi', 'SK Bupati', 'CONFIRMED', 'bench', now() from generate_series(1, 3) d",
    )
    await rig.shell.pool.query('update time_rules set version = version + 1')
    const begun = performance.now()
    let counted: Awaited<ReturnType<typeof recount>> | undefined
    const counting = recount(rig.shell).then((done) => (counted = done))
    const meanwhile = await workUntil(() => counted !== undefined)
    await counting
    const seconds = (performance.now() - begun) / 1000
    const after = await workUntil(until(BEFORE_MS))
    const quiet = percentile([...before, ...after], 0.95)
    return [
      { figure: 'open cases counted again', value: counted?.looked ?? 0, unit: '' },
      { figure: 'of them with another due moment', value: counted?.moved ?? 0, unit: '' },
      {
        figure: 'left uncounted',
        value: count - (counted?.looked ?? 0),
        unit: '',
        target: { of: 'value', most: 0 },
      },
      { figure: 'time to count all again', value: seconds, unit: 's', target: { of: 'value', most: MOST_S } },
      { figure: 'commands in that queue, p95 without counting', value: quiet, unit: 'ms' },
      {
        figure: 'commands in that queue, p95 while counting',
        value: percentile(meanwhile, 0.95),
        unit: 'ms',
        limit: quiet,
        target: { of: 'ratio', most: MOST_SLOWER },
      },
      { figure: 'commands given while counting', value: meanwhile.length, unit: '' },
    ]
  } finally {
    await rig.close()
  }
}
