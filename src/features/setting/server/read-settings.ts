import type pg from 'pg'
import type { Instant } from '#domain/shared/instant.ts'
import type { SettingKey, SettingValue } from '#domain/setting/house-settings.ts'
import { fitsSetting, SETTING, SETTING_KEYS } from '#domain/setting/house-settings.ts'

export type SettingVersion = {
  readonly value: SettingValue
  readonly validFrom: Instant
  readonly byName: string
}
export type SettingView = {
  readonly key: SettingKey
  readonly value: SettingValue
  /** Null: as it was installed. */
  readonly since: SettingVersion | null
  readonly coming: readonly SettingVersion[]
  readonly earlier: readonly SettingVersion[]
}

/** Every setting as it holds now, what is to come, and what held before. */
export async function readSettings(pool: pg.Pool, now: Instant): Promise<readonly SettingView[]> {
  const { rows } = await pool.query<SettingVersion & { readonly key: string }>(
    `select s.key, s.value, (extract(epoch from s.valid_from) * 1000)::float8 as "validFrom", coalesce(p.name, s.entered_by) as "byName"
     from setting s left join person p on p.id::text = s.entered_by where s.key = any($1) order by s.valid_from desc`,
    [SETTING_KEYS],
  )
  return SETTING_KEYS.map((key) => {
    const own = rows
      .filter((row) => row.key === key && fitsSetting(key, row.value))
      .map(({ value, validFrom, byName }) => ({ value, validFrom, byName }))
    const [since, ...earlier] = own.filter(({ validFrom }) => validFrom <= now)
    return {
      key,
      value: since?.value ?? SETTING[key].standard,
      since: since ?? null,
      coming: own.filter(({ validFrom }) => validFrom > now).toReversed(),
      earlier,
    }
  })
}
