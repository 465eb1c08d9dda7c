import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { contains } from '#domain/shared/region-tree.ts'
import type { RulesRefusal } from './change-rules.ts'
import { refused } from './change-rules.ts'

/** `*` is for whoever's area holds every kabupaten served here; an office must lie within the area and exist. */
export async function outsideOf(
  db: Pick<pg.ClientBase, 'query'>,
  actor: Actor,
  office: string,
): Promise<RulesRefusal | undefined> {
  if (office === '*') return othersTooOf(db, actor)
  if (!actor.areas.some((area) => contains(area, office))) return refused('office-outside')
  const { rowCount } = await db.query('select 1 from region where code = $1 and valid_to is null', [office])
  return rowCount ? undefined : refused('office-unknown')
}

/**
 * What holds for every kabupaten is not one kabupaten's to change. Served is a kabupaten whose kecamatan or negeri are
 * here; of all others the table has the name only, as a place that someone may move to.
 */
export async function othersTooOf(
  db: Pick<pg.ClientBase, 'query'>,
  actor: Actor,
): Promise<RulesRefusal | undefined> {
  const { rows } = await db.query<{ code: string }>(
    'select distinct left(code, 5) as code from region where length(code) > 5 and valid_to is null',
  )
  const holdsAll = rows.every(({ code }) => actor.areas.some((area) => contains(area, code)))
  return holdsAll ? undefined : refused('others-too')
}
