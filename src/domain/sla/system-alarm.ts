import type { Instant } from '#domain/shared/instant.ts'
import { HOUR_MS } from '#domain/shared/milliseconds.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { contains, regencyOf } from '#domain/shared/region-tree.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Outage } from './time-rules.ts'

/** What the whole house is alarmed by, beside the ladder of single cases. */
export const SYSTEM_ALARMS = ['NO_SIGNER', 'SIAK_LONG', 'QUEUE_LATE'] as const
export type SystemAlarmKind = (typeof SYSTEM_ALARMS)[number]

/** An alarm that stands: what, where, since when; of a queue also its service and how many of its open cases are late. */
export type SystemAlarm = {
  readonly kind: SystemAlarmKind
  readonly place: RegionCode
  readonly service: ServiceId | null
  readonly since: Instant
  readonly late: number
  readonly open: number
}

/** What an alarm is found from, for one kabupaten. */
export type HouseState = {
  readonly regency: RegionCode
  /** Active accounts of whoever may sign. */
  readonly signers: number
  readonly outages: readonly Outage[]
  readonly queues: readonly { readonly service: ServiceId; readonly open: number; readonly late: number }[]
}

/** From here on somebody must be called: SIAK has been away for so long. */
export const LONG_OUTAGE_MS = 2 * HOUR_MS
/** More than this share of a queue's open cases past their promise; the alarm ends a little below, so that it does not flicker. */
const LATE_PERCENT = 10
const CALM_PERCENT = 8
/** Of three cases one is a third: a share says nothing of so few. */
const LEAST_OPEN = 10

/** Has an outage of SIAK lasted so long that it is an alarm and no longer a note? */
export function isLongOutage({ kind, from, to }: Outage, now: Instant): boolean {
  return kind === 'SIAK' && (to ?? Infinity) > now && now - from > LONG_OUTAGE_MS
}

/**
 * The system-wide alarms of a kabupaten at a moment: nobody to sign, SIAK away for more than two hours, a queue of
 * whose open cases more than a tenth are past their promise. `standing` are those that stood at the last look.
 */
export function systemAlarms(
  { regency, signers, outages, queues }: HouseState,
  now: Instant,
  standing: readonly Pick<SystemAlarm, 'kind' | 'place' | 'service'>[] = [],
): readonly SystemAlarm[] {
  const none = { service: null, late: 0, open: 0 }
  const here = outages.filter(
    ({ reach, from, to }) => regencyOf(reach) === regency && from <= now && (to ?? Infinity) > now,
  )
  const missing = here.find(({ kind, reach }) => kind === 'NO_SIGNER' && contains(reach, regency))
  const noSigner: readonly SystemAlarm[] =
    signers === 0 || missing
      ? [{ ...none, kind: 'NO_SIGNER', place: regency, since: missing?.from ?? now }]
      : []
  const siak = here
    .filter((outage) => isLongOutage(outage, now))
    .toSorted((a, b) => a.reach.length - b.reach.length || a.from - b.from)
    .slice(0, 1)
    .map(({ reach, from }): SystemAlarm => ({ ...none, kind: 'SIAK_LONG', place: reach, since: from }))
  const late = queues
    .filter(({ service, open, late: n }) => {
      const stood = standing.some((one) => one.kind === 'QUEUE_LATE' && one.service === service)
      return open >= LEAST_OPEN && n * 100 > open * (stood ? CALM_PERCENT : LATE_PERCENT)
    })
    .map(({ service, open, late: n }): SystemAlarm => ({
      kind: 'QUEUE_LATE',
      place: regency,
      service,
      since: now,
      late: n,
      open,
    }))
  return [...noSigner, ...siak, ...late]
}

/** Two looks see one alarm: the same thing at the same place. */
export function alarmKey({ kind, place, service }: Pick<SystemAlarm, 'kind' | 'place' | 'service'>): string {
  return `${kind}/${place}/${service ?? ''}`
}
