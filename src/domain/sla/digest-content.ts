import type { Stage } from '#domain/case/stage.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { SystemAlarm } from './system-alarm.ts'

/** One rung of one case, as a digest tells of it: enough to find it, nothing of a person. */
export type DigestItem = {
  readonly caseId: string
  readonly number: string | null
  readonly service: ServiceId
  readonly stage: Stage
  readonly negeri: RegionCode
  /** Rung of the ladder (`stage`, `promise`, `law`), or the day of a reminder (`reminder`). */
  readonly clock: string
  readonly level: number
  readonly dueAt: Instant
  /** What the applicant is told after E3: when it will be done. */
  readonly newDueAt?: Instant
}

/** What one message says: how many of each, and the most urgent cases by number. Leadership reads counts and places only. */
export type DigestContent = {
  readonly total: number
  readonly counts: readonly { readonly clock: string; readonly level: number; readonly n: number }[]
  readonly items: readonly DigestItem[]
  readonly places: readonly { readonly negeri: RegionCode; readonly stage: Stage; readonly n: number }[]
  /** An alarm of the whole house: then the message is about nothing else. */
  readonly alarm?: SystemAlarm
}

const MOST_ITEMS = 100

/** Puts lines together; the gravest and longest due come first. `named`: may cases be named, or only counted? */
export function digestOf(lines: readonly DigestItem[], named: boolean): DigestContent {
  const sorted = lines.toSorted((a, b) => b.level - a.level || a.dueAt - b.dueAt)
  const counts = Map.groupBy(sorted, ({ clock, level }) => `${clock}/${level}`)
  const places = Map.groupBy(sorted, ({ negeri, stage }) => `${negeri}/${stage}`)
  return {
    total: new Set(lines.map(({ caseId }) => caseId)).size,
    counts: [...counts.values()].flatMap((some) =>
      some[0] ? [{ clock: some[0].clock, level: some[0].level, n: some.length }] : [],
    ),
    items: named ? sorted.slice(0, MOST_ITEMS) : [],
    places: [...places.values()]
      .flatMap((some) => (some[0] ? [{ negeri: some[0].negeri, stage: some[0].stage, n: some.length }] : []))
      .toSorted((a, b) => b.n - a.n),
  }
}

/**
 * What of a message its reader may still know, by the rights of now. As it was written where nothing is cut from it; else
 * the numbers are those of what is left: a number that counts foreign cases speaks of them.
 */
export function seenOf(
  content: DigestContent,
  may: { readonly item: (item: DigestItem) => boolean; readonly place: (place: RegionCode) => boolean },
): DigestContent {
  const items = content.items.filter(may.item)
  const places = content.places.filter(({ negeri }) => may.place(negeri))
  if (items.length === content.items.length && places.length === content.places.length) return content
  if (content.items.length > 0) return digestOf(items, true)
  return { total: places.reduce((sum, { n }) => sum + n, 0), counts: [], items, places }
}
