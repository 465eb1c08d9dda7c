import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { visibleOf } from '#domain/case/visible.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import type { Sealer } from '#server/seal/sealer.ts'
import { loadCase } from './load-case.ts'
import type { Queryable } from './rows.ts'

type ReaderShell = { readonly pool: pg.Pool; readonly sealer: Sealer }

/** A case for this person's eyes, through both walls. One that is not theirs answers like one that does not exist. */
export function seeCase(shell: ReaderShell, actor: Actor, caseId: string): Promise<CaseFile | undefined> {
  return seeCaseWith(shell, actor, caseId, () => Promise.resolve(undefined)).then((seen) => seen?.file)
}

/** The same, with more of it read in the same transaction and behind the same wall. */
export function seeCaseWith<T>(
  shell: ReaderShell,
  actor: Actor,
  caseId: string,
  more: (db: Queryable, file: CaseFile) => Promise<T>,
): Promise<{ readonly file: CaseFile; readonly more: T } | undefined> {
  return readAs(shell.pool, sightOf(actor), async (db) => {
    const file = await loadCase({ pool: db, sealer: shell.sealer }, caseId)
    if (file === undefined || !maySee(actor, visibleOf(file))) return undefined
    return { file, more: await more(db, file) }
  })
}
