import type pg from 'pg'
import type * as z from 'zod/mini'
import type { Instant } from '#domain/shared/instant.ts'

/** What each value must look like to count. */
export type Shape<T> = { readonly [key in keyof T]: z.ZodMiniType }

/** LOCAL values as they hold now. One that was never entered, or makes no sense, leaves the default in force. */
export async function settingsNow<T extends object>(
  db: Pick<pg.Pool, 'query'>,
  now: Instant,
  shape: Shape<T>,
  defaults: T,
): Promise<T> {
  const { rows } = await db.query<{ key: keyof T; value: unknown }>(
    'select distinct on (key) key, value from setting where key = any($1) and valid_from <= $2 order by key, valid_from desc',
    [Object.keys(shape), new Date(now)],
  )
  const usable = rows.filter(({ key, value }) => shape[key].safeParse(value).success)
  return { ...defaults, ...Object.fromEntries(usable.map(({ key, value }) => [key, value])) }
}
