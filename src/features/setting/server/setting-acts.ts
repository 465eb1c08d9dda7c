import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { localDateInWit, toDayNumber } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { SettingKey, SettingValue } from '#domain/setting/house-settings.ts'
import { fitsSetting, SETTING } from '#domain/setting/house-settings.ts'
import { startOfDay } from '#domain/sla/working-time.ts'
import { appendToChain } from '#server/audit/append.ts'
import type { Origin } from '#server/audit/chain.ts'
import { dayChain } from '#server/audit/record.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { othersTooOf } from '#server/sla/within-area.ts'

export type SettingKeeper = {
  readonly shell: { readonly pool: pg.Pool; readonly clock: () => Instant }
  readonly actor: Actor
  readonly origin: Origin
}
export type SettingAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly refusal: {
        readonly why:
          | 'others-too'
          | 'out-of-bounds'
          | 'in-the-past'
          | 'nothing-changes'
          | 'day-taken'
          | 'gone'
      }
    }
type Why = Extract<SettingAnswer, { ok: false }>['refusal']['why']

/** One value from now on (`from` null) or from a day to come. What held before stays on record beside it. */
export function setSetting(
  keeper: SettingKeeper,
  {
    key,
    value,
    from,
  }: { readonly key: SettingKey; readonly value: SettingValue; readonly from: string | null },
): Promise<SettingAnswer> {
  return act(keeper, async (db, now) => {
    if (!fitsSetting(key, value)) return 'out-of-bounds'
    if (from !== null && from <= localDateInWit(now)) return 'in-the-past'
    const validFrom = from === null ? now : startOfDay(toDayNumber(from))
    const before = await valueAt(db, key, validFrom)
    if (before === value) return 'nothing-changes'
    const { rowCount } = await db.query(
      'insert into setting (key, valid_from, value, entered_by) values ($1, $2, $3, $4) on conflict do nothing',
      [key, new Date(validFrom), JSON.stringify(value), keeper.actor.id],
    )
    if (rowCount === 0) return 'day-taken'
    return { action: 'setting.set', key, detail: { key, from: before, to: value, validFrom } }
  })
}

/** Takes back what does not hold yet. What has held is history and stays. */
export function withdrawSetting(
  keeper: SettingKeeper,
  { key, validFrom }: { readonly key: SettingKey; readonly validFrom: Instant },
): Promise<SettingAnswer> {
  return act(keeper, async (db, now) => {
    const { rows } = await db.query<{ value: SettingValue }>(
      'delete from setting where key = $1 and valid_from = $2 and valid_from > $3 returning value',
      [key, new Date(validFrom), new Date(now)],
    )
    const [gone] = rows
    return gone ? { action: 'setting.withdraw', key, detail: { key, value: gone.value, validFrom } } : 'gone'
  })
}

type Done = {
  readonly action: string
  readonly key: string
  readonly detail: { readonly [key: string]: unknown }
}

/** Under one lock, with its entry of the record, whole or not at all. */
function act(
  { shell, actor, origin }: SettingKeeper,
  apply: (db: pg.ClientBase, now: Instant) => Promise<Done | Why>,
): Promise<SettingAnswer> {
  const now = shell.clock()
  return inTransaction(shell.pool, async (db): Promise<SettingAnswer> => {
    await db.query('select 1 from time_rules where id = 1 for update')
    const done = (await othersTooOf(db, actor)) ? 'others-too' : await apply(db, now)
    if (typeof done === 'string') return { ok: false, refusal: { why: done } }
    await appendToChain(db, dayChain(now), [
      {
        at: now,
        personId: actor.id,
        role: actor.role,
        action: done.action,
        subject: `setting:${done.key}`,
        detail: done.detail,
        ...origin,
      },
    ])
    return { ok: true }
  })
}

async function valueAt(db: pg.ClientBase, key: SettingKey, at: Instant): Promise<SettingValue> {
  const { rows } = await db.query<{ value: unknown }>(
    'select value from setting where key = $1 and valid_from <= $2 order by valid_from desc limit 1',
    [key, new Date(at)],
  )
  const value = rows[0]?.value
  return fitsSetting(key, value) ? value : SETTING[key].standard
}
