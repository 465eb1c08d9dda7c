import { clockHistoryOf } from '#domain/sla/clock-history.ts'
import { houseFacts } from '#server/case/house-facts.ts'
import type { WriterShell } from '#server/case/run-command.ts'
import { openCase } from '#server/case/sealed.ts'
import { countClock, momentsOf } from './case-clock.ts'

const AT_ONCE = 200

/**
 * Gives clocks to open cases that have none: those of a release that kept no clocks beside its cases. A clock that a
 * command wrote meanwhile stays. Nothing says that its row in the list was shown by any rules, so a recount is
 * asked for, which gives the row its part.
 */
export async function fillClocks(shell: WriterShell): Promise<number> {
  const { settings, clockwork } = await houseFacts(shell.pool, shell.clock())
  for (let filled = 0; ;) {
    const { rows } = await shell.pool.query<{ id: string; queue_id: string; sealed: Buffer }>(
      `select f.id, f.queue_id, f.sealed from case_file f
       where f.open and f.submitted and not exists (select from case_clock c where c.case_id = f.id) limit $1`,
      [AT_ONCE],
    )
    for (const { id, queue_id: queue, sealed } of rows) {
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
    filled += rows.length
    if (rows.length < AT_ONCE) return filled
  }
}
