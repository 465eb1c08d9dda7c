import { isDeepStrictEqual } from 'node:util'
import { Client } from 'pg'
import { fold } from '#domain/case/evolve.ts'
import { headsFile, readSignedHeads } from '#server/audit/signed-heads.ts'
import { verifyAudit } from '#server/audit/verify.ts'
import { openCase, openEvent } from '#server/case/sealed.ts'
import type { Keys } from '#server/seal/keys.ts'
import { createSealer } from '#server/seal/sealer.ts'
import type { Acknowledged } from './writer.ts'

export type Truth = {
  readonly events: number
  readonly lost: number
  readonly doubled: number
  /** Cases whose state is not what their events tell. */
  readonly torn: number
  readonly gaps: number
  readonly audit: readonly string[]
}

/** What the database holds in the end, against everything that was ever answered with yes. */
export async function findTruth(
  url: string,
  dataDir: string,
  keys: Keys,
  acknowledged: readonly Acknowledged[],
): Promise<Truth> {
  const db = new Client({ connectionString: url })
  await db.connect()
  const sealer = createSealer(keys)
  const { rows } = await db.query<{ case_id: string; version: number; sealed: Buffer }>(
    'select case_id, version, sealed from case_event order by case_id, version',
  )
  const events = rows.map((row) => openEvent(sealer, row.case_id, row.version, row.sealed))
  const notes = new Map<string, number>()
  const present = new Map(events.map((event) => [`${event.caseId}/${event.version}`, event]))
  for (const event of events)
    if (event.type === 'NoteWritten') notes.set(event.noteId, (notes.get(event.noteId) ?? 0) + 1)

  const lost = acknowledged.filter(({ noteId, caseId, version, retried }) => {
    if (noteId !== undefined) return !notes.has(noteId)
    return !present.has(`${caseId}/${retried ? 1 : version}`)
  })
  const { rows: states } = await db.query<{ id: string; sealed: Buffer }>('select id, sealed from case_file')
  const byCase = Map.groupBy(events, (event) => event.caseId)
  const torn = states.filter(({ id, sealed }) => {
    const file = openCase(sealer, id, sealed)
    return !isDeepStrictEqual(plain(fold(byCase.get(id) ?? [])), plain(file))
  })
  const { rows: gaps } = await db.query<{ n: number }>(
    `select coalesce(sum(q.seq - (select count(distinct queue_seq) from case_event e where e.queue_id = q.id)), 0)::int as n from queue q`,
  )
  const report = await verifyAudit(db, readSignedHeads(headsFile(dataDir)), keys.audit)
  await db.end()
  return {
    events: events.length,
    lost: lost.length,
    doubled: [...notes.values()].filter((count) => count > 1).length,
    torn: torn.length,
    gaps: gaps[0]?.n ?? NaN,
    audit: report.findings.map(({ chain, index, what }) => `${chain} #${index}: ${what}`),
  }
}

/** As it is written and read again: what is undefined is not there. */
function plain(file: unknown): unknown {
  return JSON.parse(JSON.stringify(file))
}
