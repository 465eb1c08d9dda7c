import { clockHistoryOf } from '#domain/sla/clock-history.ts'
import { houseFacts } from '#server/case/house-facts.ts'
import type { WriterShell } from '#server/case/run-command.ts'
import { openCase } from '#server/case/sealed.ts'
import { faultIdOf } from '#server/fault-id.ts'
import { faults } from '#server/metrics.ts'
import type { Shell } from '#server/shell.ts'
import { countClock, momentsOf } from './case-clock.ts'

const AT_ONCE = 200

/**
 * Gives clocks to open cases that have none: those of a release that kept no clocks beside its cases. A clock that a
 * command wrote meanwhile stays. Nothing says that its row in the list was shown by any rules, so a recount is
 * asked for, which gives the row its part. A case that cannot be read is a fault on record, and stops no other.
 */
export async function fillClocks(shell: FillShell): Promise<number> {
  const house = await houseFacts(shell.pool, shell.clock())
  let filled = 0
  for (let after = NOBODY; ;) {
    const { rows } = await shell.pool.query<Unclocked>(
      `select f.id, f.queue_id, f.sealed from case_file f
       where f.open and f.submitted and f.id > $2 and not exists (select from case_clock c where c.case_id = f.id)
       order by f.id limit $1`,
      [AT_ONCE, after],
    )
    for (const row of rows) {
      try {
        await fill(shell, row, house)
        filled += 1
      } catch (error) {
        const err = error instanceof Error ? error : new Error('not an error')
        faults.inc({ part: 'jobs' })
        shell.log.error({ faultId: faultIdOf(err), caseId: row.id, err }, 'a case without clocks')
      }
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) return filled
    after = last.id
  }
}

type FillShell = WriterShell & Pick<Shell, 'log'>
type Unclocked = { readonly id: string; readonly queue_id: string; readonly sealed: Buffer }
/** Before every id. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

async function fill(
  shell: FillShell,
  { id, queue_id: queue, sealed }: Unclocked,
  { settings, clockwork }: Awaited<ReturnType<typeof houseFacts>>,
): Promise<void> {
  const file = openCase(shell.sealer, id, sealed)
  const clock = countClock(clockHistoryOf(file), clockwork, settings, file.escalation)
  await shell.pool.query({
    name: 'fill-clock',
    text: `insert into case_clock (case_id, queue_id, open, history, rules_version, policy_version, stage_due_at, promise_due_at, law_due_at, rung_at, step_at)
      select $1, $2, $3, $4, $5, $6, d.at[1], d.at[2], d.at[3], d.at[4], d.at[5] from (select $7::timestamptz[] as at) d
      on conflict (case_id) do nothing`,
    values: [
      id,
      queue,
      clock.open,
      JSON.stringify(clock.history),
      clock.rulesVersion,
      clock.policyVersion,
      momentsOf(clock),
    ],
  })
}
