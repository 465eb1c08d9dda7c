import { OUTAGE_KINDS } from '#domain/sla/time-rules.ts'
import type { Outage, Policy, TimeRules, Week } from '#domain/sla/time-rules.ts'
import type { Steps, Told } from './oracle.ts'

// Random calendars, standards, outages and lives of cases, from a seed: the same seed tells the same story.

export type Dice = {
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number
  readonly chance: (percent: number) => boolean
  readonly of: <T>(list: readonly T[]) => T
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    between,
    chance: (percent) => next() * 100 < percent,
    of: (list) => list[between(0, list.length - 1)] as (typeof list)[number],
  }
}

export const DINAS = '81.01'
export const VILLAGE = '81.01.12.2001'
export const DAYS_SEEN = 130
const DAY = 1440
const PLACES = ['*', DINAS, '81.01.12', VILLAGE, '81.01.01', '81.02'] as const

export const dayAfter = (first: string, days: number): string =>
  new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** A first day of the year 2026, often one before Nyepi, Idul Fitri and the other crowded weeks. */
export function firstDayBy(dice: Dice): string {
  return dice.chance(40)
    ? dice.of(['2026-03-09', '2026-02-10', '2026-05-08', '2026-12-14', '2026-03-16'])
    : dayAfter('2026-01-01', dice.between(0, 360))
}

/** A change of the calendar as an administration makes it: hours, Ramadan, local days, openings, here and there. */
export function edited(rules: TimeRules, first: string, dice: Dice): TimeRules {
  const day = () => dayAfter(first, dice.between(-2, 40))
  const next = { ...rules, version: rules.version + 1 }
  const what = dice.between(0, 5)
  if (what === 0) {
    const from = day()
    const hours = {
      office: dice.of(PLACES),
      from,
      to: dayAfter(from, dice.between(3, 28)),
      name: 'Ramadan',
      week: weekBy(dice),
    }
    return { ...next, hours: [...rules.hours, hours] }
  }
  if (what === 1) {
    const hours = {
      office: dice.of([DINAS, VILLAGE]),
      from: day(),
      to: null,
      name: 'Jam lain',
      week: weekBy(dice),
    }
    return { ...next, hours: [...rules.hours, hours] }
  }
  if (what === 2) {
    const spans = dice.of([
      [[480, 720]],
      [
        [450, 720],
        [780, 960],
      ],
      [[600, 615]],
    ] as const)
    return {
      ...next,
      openings: [...rules.openings, { office: dice.of(PLACES), on: day(), spans, reason: 'Piket' }],
    }
  }
  if (what === 3) return { ...next, holidays: rules.holidays.filter(() => dice.chance(90)) }
  const holiday = { office: dice.of(PLACES), on: day(), name: 'Libur', kind: 'LOCAL', source: '' } as const
  return { ...next, holidays: [...rules.holidays, holiday] }
}

function weekBy(dice: Dice): Week {
  const day = () => {
    if (dice.chance(15)) return []
    const opens = dice.between(28, 38) * 15
    const closes = opens + dice.between(8, 34) * 15
    const pause = opens + dice.between(2, 6) * 15
    return dice.chance(70) && pause + 30 < closes
      ? ([
          [opens, pause],
          [pause + 30, closes],
        ] as const)
      : ([[opens, closes]] as const)
  }
  return [dice.chance(15) ? day() : [], day(), day(), day(), day(), day(), dice.chance(30) ? day() : []]
}

export function outagesBy(first: string, dice: Dice): readonly Outage[] {
  const midnight = Date.parse(`${first}T00:00:00+09:00`)
  return Array.from({ length: dice.of([0, 0, 1, 2, 3]) }, (_, n) => {
    const from = midnight + dice.between(0, 30 * DAY) * 60_000
    const to = dice.chance(12) ? null : from + dice.between(1, dice.of([60, 600, 4 * DAY])) * 60_000
    return {
      id: `o${n}`,
      kind: dice.of(OUTAGE_KINDS),
      reach: dice.of([DINAS, DINAS, '81.01.12', VILLAGE, '81.01.01', '81.02']),
      from,
      to,
      reason: '',
    }
  })
}

/** Another standard from some day on: other hours, other promises, one of them for a single kind. */
export function policyBy(version: number, first: string, dice: Dice): Policy {
  const stages = Object.fromEntries(
    [
      'SUBMITTED',
      'FORWARDED',
      'VERIFICATION',
      'SIAK_ENTRY',
      'VALIDATION',
      'HEAD_APPROVAL',
      'AWAITING_TTE',
      'ISSUED',
    ]
      .filter(() => dice.chance(92))
      .map((stage) => [stage, dice.between(1, 60) * 10]),
  )
  const promise = dice.chance(70) ? { days: dice.between(0, 6) } : { minutes: dice.between(1, 300) * 10 }
  const line = { promise, lawDays: dice.between(1, 30), stages }
  return {
    version,
    validFrom: dayAfter(first, dice.between(-3, 15)),
    source: '',
    standards: [
      { service: 'KK', ...line },
      { service: 'KK', kind: 'KK_LOST', ...line, promise: { days: dice.between(0, 4) } },
      { service: 'AKTA_KELAHIRAN', birthLate: false, ...line },
      { service: 'AKTA_KELAHIRAN', birthLate: true, ...line, lawDays: 30 },
      { service: 'SKPWNI', ...line },
    ],
  }
}

const WAY: { readonly [stage: string]: readonly string[] } = {
  SUBMITTED: ['NEGERI_REVIEW', 'NEGERI_REVIEW', 'FORWARDED', 'ON_HOLD'],
  NEGERI_REVIEW: ['FORWARDED', 'FORWARDED', 'RETURNED_APPLICANT', 'ON_HOLD', 'CANCELLED'],
  FORWARDED: ['VERIFICATION', 'VERIFICATION', 'VERIFICATION', 'ON_HOLD'],
  VERIFICATION: ['SIAK_ENTRY', 'SIAK_ENTRY', 'RETURNED_NEGERI', 'RETURNED_APPLICANT', 'ON_HOLD', 'REJECTED'],
  SIAK_ENTRY: ['VALIDATION', 'VALIDATION', 'ON_HOLD'],
  VALIDATION: ['AWAITING_TTE', 'AWAITING_TTE', 'HEAD_APPROVAL', 'SIAK_ENTRY', 'RETURNED_NEGERI', 'ON_HOLD'],
  HEAD_APPROVAL: ['AWAITING_TTE', 'VALIDATION', 'ON_HOLD'],
  AWAITING_TTE: ['ISSUED', 'ISSUED', 'VALIDATION', 'ON_HOLD'],
  ISSUED: ['DELIVERED', 'DELIVERED', 'CORRECTION', 'ON_HOLD'],
  DELIVERED: ['CLOSED', 'CORRECTION'],
  CORRECTION: ['VALIDATION', 'VALIDATION', 'ON_HOLD'],
  RETURNED_NEGERI: ['RETURNED_APPLICANT', 'ON_HOLD', 'back', 'back', 'back'],
  RETURNED_APPLICANT: ['EXPIRED', 'ON_HOLD', 'back', 'back', 'back', 'back'],
}

/** The life of one case, from its submission to some moment after its last step. */
export function lifeBy(first: string, dice: Dice): Told {
  const midnight = Date.parse(`${first}T00:00:00+09:00`) / 60_000
  let minute =
    midnight +
    dice.between(0, 12) * DAY +
    (dice.chance(75) ? dice.between(430, 1000) : dice.between(0, DAY - 1))
  let stage = 'SUBMITTED'
  let heldFrom = stage
  let returnedFrom = stage
  const steps: { readonly stage: string; readonly minute: number }[] = [{ stage, minute }]
  const length = dice.of([0, 1, 2, 3, 4, 6, 9, 14])
  const wait = () => minute + (dice.chance(80) ? dice.between(0, 500) : dice.between(0, 5 * DAY))
  while (steps.length <= length) {
    minute = wait()
    let to: string
    if (stage === 'ON_HOLD') to = heldFrom
    else {
      const ways = WAY[stage]
      if (!ways) break
      to = dice.of(ways)
      if (to === 'back') to = returnedFrom
      if (to === 'ON_HOLD') heldFrom = stage
      if (to.startsWith('RETURNED') && !stage.startsWith('RETURNED')) returnedFrom = stage
    }
    stage = to
    steps.push({ stage, minute })
  }
  const service = dice.of(['KK', 'AKTA_KELAHIRAN', 'SKPWNI'])
  return {
    service,
    kind: dice.of(['KK_LOST', 'KK_JOIN']),
    birthLate: service === 'AKTA_KELAHIRAN' && dice.chance(40),
    negeri: VILLAGE,
    steps: steps satisfies Steps,
    now: wait(),
  }
}
