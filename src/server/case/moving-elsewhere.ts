import { moversOf } from '#domain/case/another-move.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Sealer } from '#server/seal/sealer.ts'
import type { Queryable } from './rows.ts'
import { openCase } from './sealed.ts'

/**
 * Names of those on this move who stand in another one that was sent in and has not ended, wherever it is. Asked under
 * the lock of the queue, so that of two at once one is refused; moves of two kabupaten have two queues and no lock in common.
 */
export async function movingElsewhere(
  db: Queryable,
  sealer: Sealer,
  file: CaseFile,
): Promise<readonly string[]> {
  const movers = moversOf(file)
  if (movers.length === 0) return []
  const { rows } = await db.query<{ id: string; sealed: Buffer }>({
    name: 'case-other-moves',
    text: `select c.id, c.sealed from case_file c
           where c.open and c.submitted and c.service = 'SKPWNI' and c.id <> $2 and c.id in
             (select i.case_id from case_identity i where i.kind = 'nik' and i.hash = any($1::text[]))`,
    values: [movers.map(({ nik }) => sealer.blindIndex('nik', nik)), file.id],
  })
  // The hash says only that the number stands somewhere on that form: an applicant of two moves is no mover.
  const others = new Set(
    rows.flatMap((row) => moversOf(openCase(sealer, row.id, row.sealed)).map(({ nik }) => nik)),
  )
  return movers.filter(({ nik }) => others.has(nik)).map(({ name }) => name)
}
