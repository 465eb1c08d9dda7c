import type pg from 'pg'
import type { Instant } from '#domain/shared/instant.ts'
import { DAY_MS } from '#domain/shared/milliseconds.ts'
import type { SettingValue } from '#domain/setting/house-settings.ts'
import { SETTING, SETTING_KEYS } from '#domain/setting/house-settings.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { askForRecount } from './recount-job.ts'

const MOVES_STEPS = SETTING_KEYS.filter((key) => SETTING[key].movesSteps)
/** By then no instance writes a case by the value before. */
const KNOWN_EVERYWHERE_MS = 10_000
/** What came into force longer ago was counted then. */
const LOOK_BACK_MS = 7 * DAY_MS

/**
 * A setting by which the house does something by itself has come into force, now or at the day that was named: the
 * rules get another number and the open cases are counted again, once, by whichever instance sees it first.
 */
export async function settingsInForce(pool: pg.Pool, now: Instant): Promise<number> {
  const values = [MOVES_STEPS, new Date(now - LOOK_BACK_MS), new Date(now - KNOWN_EVERYWHERE_MS)]
  if ((await pool.query(FRESH, values)).rowCount === 0) return 0
  return inTransaction(pool, async (db) => {
    const { rows } = await db.query<{ version: number }>(
      'select version from time_rules where id = 1 for update',
    )
    const { rows: fresh } = await db.query<Fresh>(FRESH, values)
    let version = rows[0]?.version ?? 0
    for (const { key, value, subject, by_id: byId, by_name: byName } of fresh) {
      version += 1
      await db.query(
        `insert into time_change (version, at, by_id, by_name, kind, subject, detail) values ($1, $2, $3, $4, 'setting', $5, $6)`,
        [version, new Date(now), byId, byName, subject, { key, value }],
      )
    }
    if (fresh.length === 0) return 0
    await db.query('update time_rules set version = $1 where id = 1', [version])
    await askForRecount(pool, db, version)
    return fresh.length
  })
}

type Fresh = {
  readonly key: string
  readonly value: SettingValue
  readonly subject: string
  readonly by_id: string
  readonly by_name: string
}

const SUBJECT = "'setting:' || s.key || '@' || (extract(epoch from s.valid_from) * 1000)::bigint"
const FRESH = `
select s.key, s.value, ${SUBJECT} as subject, s.entered_by as by_id, coalesce(p.name, s.entered_by) as by_name
from setting s left join person p on p.id::text = s.entered_by
where s.key = any($1) and s.valid_from > $2 and s.valid_from <= $3
  and not exists (select 1 from time_change c where c.kind = 'setting' and c.subject = ${SUBJECT})
order by s.valid_from, s.key`
