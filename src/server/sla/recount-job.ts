import type pg from 'pg'
import { askFor } from '#server/jobs/boss.ts'

/** By then every instance counts with the new rules: what it writes from now on need not be counted again. */
const AFTER_MS = 2_000

/** The rules have another number: open cases are to be counted again, once for however many changes wait. */
export function askForRecount(
  pool: pg.Pool,
  db: Pick<pg.ClientBase, 'query'>,
  version: number,
): Promise<void> {
  return askFor(pool, db, 'recount', {
    key: 'recount',
    data: { version },
    after: new Date(Date.now() + AFTER_MS),
  })
}
