import type pg from 'pg'
import type { Instant } from '#domain/shared/instant.ts'
import type { SettingKey } from '#domain/setting/house-settings.ts'
import { fitsSetting } from '#domain/setting/house-settings.ts'

/** LOCAL values as they hold now. One that was never entered, or is out of its bounds, leaves the default in force. */
export async function settingsNow<T extends { readonly [key in SettingKey]?: unknown }>(
  db: Pick<pg.Pool, 'query'>,
  now: Instant,
  defaults: T,
): Promise<T> {
  const { rows } = await db.query<{ key: SettingKey; value: unknown }>(
    'select distinct on (key) key, value from setting where key = any($1) and valid_from <= $2 order by key, valid_from desc',
    [Object.keys(defaults), new Date(now)],
  )
  const usable = rows.filter(({ key, value }) => fitsSetting(key, value))
  return { ...defaults, ...Object.fromEntries(usable.map(({ key, value }) => [key, value])) }
}
