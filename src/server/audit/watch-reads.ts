import type { Actor } from '#domain/access/actor.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import { manyReads } from '#server/metrics.ts'
import type { Shell } from '#server/shell.ts'
import { auditRead } from './audit-read.ts'

/** Cases that nobody needs to look into within a day: an operator finishes some sixty. */
export const MANY_CASES_A_DAY = 300

/** Reads of one case or its papers. Commands are work and are not counted; a reveal has its own limit. */
const READS = ['case.open', 'case.reveal', 'draft.open', 'receipt.open', 'paper.open']

const CLOCK: Actor = { id: 'system', name: 'Sistem', role: 'SYSTEM', areas: [], services: [] }

type Reader = { readonly person_id: string; readonly cases: number }

/**
 * Puts on record who has read unusually many different cases within 24 hours, once a day for each, and raises the
 * figure that operations watch. It stops nobody: a mass of work can be real, an administrator asks.
 */
export async function watchReads(shell: Pick<Shell, 'pool' | 'clock' | 'log'>): Promise<number> {
  const since = new Date(shell.clock() - DAY_MS)
  const { rows } = await shell.pool.query<Reader>(
    `select e.person_id, count(distinct e.subject)::int as cases from audit_entry e
     where e.at > $1 and e.action = any($2::text[])
     group by e.person_id having count(distinct e.subject) > $3
       and not exists (select 1 from audit_entry a where a.action = 'alarm.manyReads' and a.at > $1
         and a.subject = 'person:' || e.person_id)`,
    [since, READS, MANY_CASES_A_DAY],
  )
  for (const { person_id, cases } of rows) {
    const note = { action: 'alarm.manyReads', subject: `person:${person_id}`, detail: { cases } }
    await auditRead(shell, CLOCK, note, { address: '', device: 'clock' })
    shell.log.warn({ personId: person_id, cases }, 'unusually many cases read within a day')
    manyReads.inc()
  }
  return rows.length
}
