import type pg from 'pg'
import type { CaseSettings } from '#domain/case/facts.ts'
import { DEFAULT_CASE_SETTINGS } from '#domain/case/facts.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { KnownRegions } from '#domain/shared/sixteen-digits.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'
import { settingsNow } from '#server/db/settings-now.ts'
import type { Queryable } from './rows.ts'

/** What every rule may ask of the house: its settings as of now, which negeri there are, and which regions NIKs name. */
export type HouseFacts = {
  readonly settings: CaseSettings
  readonly knownNegeri: (code: RegionCode) => boolean
  readonly knownRegions: KnownRegions
  readonly clockwork: Clockwork
}

const SETTINGS_MS = 5000
const REGIONS_MS = 10 * MINUTE_MS

type Kept<T> = { readonly readAt: Instant; readonly value: Promise<T> }
type Regions = { readonly negeri: ReadonlySet<string>; readonly known: KnownRegions }
type House = { settings?: Kept<CaseSettings>; regions?: Kept<Regions> }
const houses = new WeakMap<pg.Pool, House>()

/** Reads settings (5 s old at most) and the regions (10 minutes, or at once when there was no negeri). */
export async function houseFacts(pool: pg.Pool, now: Instant): Promise<HouseFacts> {
  const house = houses.get(pool) ?? {}
  houses.set(pool, house)
  house.settings = keep(house.settings, now, SETTINGS_MS, () => settingsNow(pool, now, DEFAULT_CASE_SETTINGS))
  house.regions = keep(house.regions, now, REGIONS_MS, () => readRegions(pool))
  try {
    const [settings, { negeri, known }, clockwork] = await Promise.all([
      house.settings.value,
      house.regions.value,
      clockworkInForce(pool),
    ])
    if (negeri.size === 0) delete house.regions
    return { settings, knownNegeri: (code) => negeri.has(code), knownRegions: known, clockwork }
  } catch (error) {
    houses.delete(pool) // an outage is not kept
    throw error
  }
}

/** For whoever counts by what was just set: the settings are read afresh the next time. */
export function forgetSettings(pool: pg.Pool): void {
  delete houses.get(pool)?.settings
}

/** A clock that goes back (a batch with its own times) reads afresh, so that nothing is older than `now`. */
function keep<T>(kept: Kept<T> | undefined, now: Instant, maxMs: number, read: () => Promise<T>): Kept<T> {
  const age = kept ? now - kept.readAt : Infinity
  return kept && age >= 0 && age < maxMs ? kept : { readAt: now, value: read() }
}

/** Kabupaten, kecamatan and negeri of today. A level that was not filled in (or with this kabupaten alone) is not asked about. */
async function readRegions(db: Queryable): Promise<Regions> {
  const { rows } = await db.query<{ code: string }>('select code from region where valid_to is null')
  const ofLength = (length: number) =>
    new Set(rows.flatMap(({ code }) => (code.length === length ? [code] : [])))
  const [regencies, districts] = [ofLength(5), ofLength(8)]
  return {
    negeri: ofLength(13),
    known: { ...(regencies.size > 1 ? { regencies } : {}), ...(districts.size > 0 ? { districts } : {}) },
  }
}
