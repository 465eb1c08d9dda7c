import { localDateInWit } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Stage } from '#domain/case/stage.ts'
import { STAGE } from '#domain/case/stage.ts'
import type { Calendar } from './calendar.ts'
import { layOut, rulesOf } from './calendar.ts'
import type { OutageEffect } from './outage-effect.ts'
import { outageEffect } from './outage-effect.ts'
import type { OfficeId, Outage, Policy, Standard, TimeRules } from './time-rules.ts'

/** Whose clock it is: which service and kind, and whether the birth is late. */
export type Served = {
  readonly service: ServiceId
  readonly kind: string
  readonly birthLate: boolean
}

/** A time in which a clock stands still because of an outage; `to` is Infinity while nobody knows the end. */
export type Gap = { readonly from: Instant; readonly to: Instant; readonly outage: Outage }

/** Rules made ready to count with: calendars laid out once per office, standards found once per kind. */
export type Clockwork = {
  readonly rules: TimeRules
  calendarOf(office: OfficeId): Calendar
  /** The calendars that the cases of a negeri are counted by: asked for every row of a list. */
  officesOf(negeri: RegionCode): { readonly negeri: Calendar; readonly dinas: Calendar }
  /** The standard in force on the day of an instant. */
  policyAt(at: Instant): Policy
  standardOf(version: number, served: Served): Standard
  /** When outages stop the clocks of this stage for cases of this place: in order, joined where they overlap. */
  gapsOf(stage: Stage, negeri: RegionCode): readonly Gap[]
  /** When outages only slow the work of this stage: its clocks go on, with a mark. */
  marksOf(stage: Stage, negeri: RegionCode): readonly Gap[]
}

/** The office that owns a stage of a case: its negeri, or the Dinas of its kabupaten. */
export function officeOf(stage: Stage, negeri: RegionCode): OfficeId {
  return STAGE[stage].owner === 'NEGERI_OFFICER' ? negeri : regencyOf(negeri)
}

/** Makes rules ready to count with. Cheap to keep, dear to make (some milliseconds): one per version of the rules. */
export function createClockwork(rules: TimeRules): Clockwork {
  const offices = new Map<OfficeId, Calendar>()
  const laidOut = new Map<string, Calendar>()
  const standards = new Map<number, Map<string, Map<string, readonly (Standard | undefined)[]>>>()
  const hits = { pauses: new Map<string, readonly Gap[]>(), marks: new Map<string, readonly Gap[]>() }
  const hitBy = (effect: OutageEffect, stage: Stage, negeri: RegionCode): readonly Gap[] => {
    if (rules.outages.length === 0) return NO_GAPS
    return inner(hits[effect], `${stage}|${negeri}`, () =>
      gapsFrom(rules.outages.filter((outage) => outageEffect(outage, stage, negeri) === effect)),
    )
  }
  const policies = rules.policies.toSorted((a, b) =>
    a.validFrom === b.validFrom ? b.version - a.version : a.validFrom < b.validFrom ? 1 : -1,
  )
  const policyOf = (version: number): Policy | undefined =>
    policies.find((one) => one.version === version) ?? policies.at(-1)
  const calendarOf = (office: OfficeId): Calendar => {
    const known = offices.get(office)
    if (known) return known
    const own = rulesOf(rules, office)
    const key = signature(rules, own)
    const calendar = laidOut.get(key) ?? layOut(office, own)
    laidOut.set(key, calendar)
    offices.set(office, calendar)
    return calendar
  }
  const lookUp = (version: number, served: Served): readonly (Standard | undefined)[] => {
    const ofService = inner(
      inner(standards, version, newMap<string, Map<string, readonly (Standard | undefined)[]>>),
      served.service,
      newMap<string, readonly (Standard | undefined)[]>,
    )
    return inner(ofService, served.kind, () =>
      [false, true].map((birthLate) => mostParticular(policyOf(version), { ...served, birthLate })),
    )
  }
  const pairs = new Map<RegionCode, ReturnType<Clockwork['officesOf']>>()
  return {
    rules,
    calendarOf,
    officesOf(negeri) {
      const known = pairs.get(negeri)
      if (known) return known
      const pair = { negeri: calendarOf(negeri), dinas: calendarOf(regencyOf(negeri)) }
      pairs.set(negeri, pair)
      return pair
    },
    policyAt(at) {
      const day = localDateInWit(at)
      const found = policies.find((one) => one.validFrom <= day) ?? policies.at(-1)
      if (!found) throw new Error('no standard is set')
      return found
    },
    standardOf(version, served) {
      // Asked for every row of a list: a look-up that makes nothing new.
      const pair = standards.get(version)?.get(served.service)?.get(served.kind) ?? lookUp(version, served)
      const found = pair[served.birthLate ? 1 : 0]
      if (!found) throw new Error(`no standard for ${served.service} ${served.kind}`)
      return found
    },
    gapsOf: (stage, negeri) => hitBy('pauses', stage, negeri),
    marksOf: (stage, negeri) => hitBy('marks', stage, negeri),
  }
}

export const NO_GAPS: readonly Gap[] = []

const newMap = <K, V>(): Map<K, V> => new Map()

function inner<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

type Own = ReturnType<typeof rulesOf>

/** Which rules an office has, by their places in the list. */
function signature(rules: TimeRules, own: Own): string {
  const places = <T>(all: readonly T[], some: readonly T[]) =>
    some.length === all.length ? '*' : some.map((one) => all.indexOf(one)).join()
  return [
    places(rules.hours, own.hours),
    places(rules.holidays, own.holidays),
    places(rules.openings, own.openings),
  ].join('|')
}

function mostParticular(policy: Policy | undefined, served: Served): Standard | undefined {
  const fits = (policy?.standards ?? []).filter(
    (one) =>
      one.service === served.service &&
      (one.kind === undefined || one.kind === served.kind) &&
      (one.birthLate === undefined || one.birthLate === served.birthLate),
  )
  const weight = (one: Standard) => (one.kind === undefined ? 0 : 2) + (one.birthLate === undefined ? 0 : 1)
  return fits.toSorted((a, b) => weight(b) - weight(a))[0]
}

function gapsFrom(outages: readonly Outage[]): readonly Gap[] {
  const sorted = outages
    .map((outage) => ({ from: outage.from, to: outage.to ?? Infinity, outage }))
    .filter((gap) => gap.to > gap.from)
    .toSorted((a, b) => a.from - b.from)
  const joined: Gap[] = []
  for (const gap of sorted) {
    const last = joined.at(-1)
    if (!last || gap.from > last.to) joined.push(gap)
    else if (gap.to > last.to) joined[joined.length - 1] = { ...last, to: gap.to }
  }
  return joined
}
