import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { visibleOf } from '#domain/case/visible.ts'
import { loadCase } from '#server/case/load-case.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import type { Sealer } from '#server/seal/sealer.ts'

export type SeenFile = {
  readonly ownerId: string
  readonly caseId: string
  readonly state: string
  readonly mime: string | null
  readonly blobKey: string | null
  readonly viewKey: string | null
  readonly thumbKey: string | null
}

/** An upload for this person's eyes: whoever may open its case. Anything else answers like one that does not exist. */
export function seeFile(
  shell: { readonly pool: pg.Pool; readonly sealer: Sealer },
  actor: Actor,
  fileId: string,
): Promise<{ readonly row: SeenFile; readonly file: CaseFile } | undefined> {
  return readAs(shell.pool, sightOf(actor), async (db) => {
    const { rows } = await db.query<SeenFile>({
      name: 'file-seen',
      text: `select owner_id as "ownerId", case_id as "caseId", state, mime, blob_key as "blobKey", view_key as "viewKey", thumb_key as "thumbKey"
             from stored_file where id = $1`,
      values: [fileId],
    })
    const [row] = rows
    const file = row && (await loadCase({ pool: db, sealer: shell.sealer }, row.caseId))
    return row && file && maySee(actor, visibleOf(file)) ? { row, file } : undefined
  })
}
