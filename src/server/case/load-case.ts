import type { CaseEvent } from '#domain/case/case-event.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Sealer } from '#server/seal/sealer.ts'
import type { Queryable } from './rows.ts'
import { openCase, openEvent } from './sealed.ts'

type ReaderShell = { readonly pool: Queryable; readonly sealer: Sealer }

/** A case as it is now, or nothing. For a person's eyes there is `seeCase`. */
export async function loadCase(shell: ReaderShell, caseId: string): Promise<CaseFile | undefined> {
  const { rows } = await shell.pool.query<{ sealed: Buffer }>({
    name: 'case-sealed',
    text: 'select sealed from case_file where id = $1',
    values: [caseId],
  })
  return rows[0] && openCase(shell.sealer, caseId, rows[0].sealed)
}

/** The whole log of a case, in order. */
export async function loadEvents(shell: ReaderShell, caseId: string): Promise<readonly CaseEvent[]> {
  const { rows } = await shell.pool.query<{ version: number; sealed: Buffer }>({
    name: 'case-events',
    text: 'select version, sealed from case_event where case_id = $1 order by version',
    values: [caseId],
  })
  return rows.map(({ version, sealed }) => openEvent(shell.sealer, caseId, version, sealed))
}
