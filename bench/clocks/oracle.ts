import type { TimeRules } from '#domain/sla/time-rules.ts'
import type { OpenMinutes } from './open-minutes.ts'
import { DAY, isWithin, WIT_MINUTES } from './open-minutes.ts'

// The slow witness. It is written from the words of the rules and shares no code with the engine: it looks at every
// single minute and asks whether it counts. All its moments are whole minutes since 1970 (UTC).

/** What happened to a case, in whole minutes: the stage it entered, and when. */
export type Steps = readonly { readonly stage: string; readonly minute: number }[]

export type Told = {
  readonly service: string
  readonly kind: string
  readonly birthLate: boolean
  readonly negeri: string
  readonly steps: Steps
  readonly now: number
}

/** What the witness saw at `now`; a moment that never comes, or not within its sight, is undefined. */
export type Seen = {
  readonly stageLeft: number | undefined
  readonly stageDue: number | undefined
  readonly stageHalf: number | undefined
  readonly stageMost: number | undefined
  readonly promiseLeft: number | undefined
  readonly promiseDue: number | undefined
  readonly lawDay: number | undefined
  readonly lawPassed: number | undefined
  readonly stoppedBy: 'return' | 'hold' | 'outage' | undefined
}

const AT_THE_NEGERI = ['SUBMITTED', 'NEGERI_REVIEW', 'ISSUED']
const STANDS = ['RETURNED_APPLICANT', 'RETURNED_NEGERI', 'ON_HOLD']
const OVER = ['DELIVERED', 'CLOSED', 'REJECTED', 'CANCELLED', 'EXPIRED']
const DEAD_WITHOUT: { readonly [kind: string]: readonly string[] } = {
  SIAK: ['SIAK_ENTRY', 'CORRECTION', 'AWAITING_TTE'],
  SIGNATURE: ['AWAITING_TTE'],
  NO_SIGNER: ['HEAD_APPROVAL', 'AWAITING_TTE'],
}

/** Does an outage make the work of this stage impossible in this minute? */
function isOut(rules: TimeRules, stage: string, negeri: string, minute: number): boolean {
  return rules.outages.some((outage) => {
    if (minute < outage.from / 60_000 || (outage.to !== null && minute >= outage.to / 60_000)) return false
    if (!isWithin(negeri, outage.reach)) return false
    if (outage.kind !== 'NETWORK') return DEAD_WITHOUT[outage.kind]?.includes(stage) === true
    if (STANDS.includes(stage) || OVER.includes(stage)) return false
    return outage.reach.length <= 5 || AT_THE_NEGERI.includes(stage)
  })
}

/** The allowance that a stage uses up: waiting for the review and the review itself are one. */
const allowanceOf = (stage: string): string => (stage === 'NEGERI_REVIEW' ? 'SUBMITTED' : stage)

function standardOf(rules: TimeRules, { service, kind, birthLate }: Told, day: string) {
  const inForce = rules.policies
    .filter((one) => one.validFrom <= day)
    .reduce<TimeRules['policies'][number] | undefined>(
      (best, one) =>
        !best ||
        one.validFrom > best.validFrom ||
        (one.validFrom === best.validFrom && one.version > best.version)
          ? one
          : best,
      undefined,
    )
  const lines = (inForce?.standards ?? []).filter((one) => one.service === service)
  const particular = lines.find((one) => one.kind === kind && one.birthLate === birthLate)
  const byKind = lines.find((one) => one.kind === kind && one.birthLate === undefined)
  const byBirth = lines.find((one) => one.kind === undefined && one.birthLate === birthLate)
  const plain = lines.find((one) => one.kind === undefined && one.birthLate === undefined)
  return particular ?? byKind ?? byBirth ?? plain
}

const isLastOfDay = (minute: number): boolean => (minute + WIT_MINUTES + 1) % DAY === 0
const dayOfMinute = (minute: number): number => Math.floor((minute + WIT_MINUTES) / DAY)
const dateOf = (minute: number): string =>
  new Date((minute + WIT_MINUTES) * 60_000).toISOString().slice(0, 10)

/**
 * Steps through a case minute by minute, and on beyond `now` as if nothing more happened, until every limit is reached
 * or `horizon` minutes have passed.
 */
export function witness(
  rules: TimeRules,
  told: Told,
  dinas: OpenMinutes,
  village: OpenMinutes,
  horizon: number,
  withLaw: boolean,
): Seen {
  const begun = told.steps[0]?.minute ?? 0
  const standard = standardOf(rules, told, dateOf(begun))
  if (!standard) throw new Error('no standard')
  const isOpen = (office: OpenMinutes, minute: number) => office.open[minute - office.first] === 1

  let place = -1
  let stage = ''
  let allowance = ''
  let allowanceUsed = 0
  let promiseUsed = 0
  let promiseGiven = 0
  let lawDays = 0
  let issued = false
  const late = { stage: 0, half: 0, most: 0, promise: 0, law: 0 }
  let seen: Seen | undefined
  let stop: Seen['stoppedBy']
  let limit = 0
  let over = false
  let office = village

  for (let minute = begun; minute <= told.now + horizon; minute += 1) {
    while ((told.steps[place + 1]?.minute ?? Infinity) <= minute) {
      place += 1
      stage = told.steps[place]?.stage ?? ''
      if (!STANDS.includes(stage) && allowanceOf(stage) !== allowance) {
        allowance = allowanceOf(stage)
        allowanceUsed = 0
        Object.assign(late, { stage: 0, half: 0, most: 0 })
        if (place === 0 || stage === 'CORRECTION') {
          promiseGiven = givenBy(standard.promise, minute, dinas)
          promiseUsed = 0
          lawDays = 0
          issued = false
          Object.assign(late, { promise: 0, law: 0 })
        }
      }
      if (stage === 'ISSUED') issued = true
      limit = standard.stages[allowance as keyof typeof standard.stages] ?? 0
      over = OVER.includes(stage)
      office = AT_THE_NEGERI.includes(stage) ? village : dinas
    }
    stop = stopOf(rules, told, stage, minute)
    if (minute === told.now) {
      const clocked = !over && limit > 0
      const promised = !over && !issued
      seen = {
        stageLeft: clocked ? limit - allowanceUsed : undefined,
        stageDue: undefined,
        stageHalf: undefined,
        stageMost: undefined,
        promiseLeft: promised ? promiseGiven - promiseUsed : undefined,
        promiseDue: undefined,
        lawDay: promised ? lawDays : undefined,
        lawPassed: undefined,
        stoppedBy: over ? undefined : stop,
      }
      if (over || stop === 'return' || (stop === 'hold' && issued)) break
    }
    const stageDone = late.stage > 0 || limit === 0 || stop === 'hold'
    const promiseDone = late.promise > 0 || issued || stop === 'hold'
    if (minute > told.now && stageDone && promiseDone && (!withLaw || late.law > 0 || issued)) break
    // The minute that begins here.
    if (stop === undefined && !over) {
      if (isOpen(office, minute)) {
        allowanceUsed += 1
        if (allowanceUsed * 2 >= limit) late.half ||= minute + 1
        if (allowanceUsed * 5 >= limit * 4) late.most ||= minute + 1
        if (allowanceUsed >= limit) late.stage ||= minute + 1
      }
      if (!issued && isOpen(dinas, minute)) {
        promiseUsed += 1
        if (promiseUsed >= promiseGiven) late.promise ||= minute + 1
      }
    }
    if (!issued && stop !== 'return' && !over && isLastOfDay(minute)) {
      lawDays += 1
      if (lawDays > standard.lawDays) late.law ||= minute + 1
    }
  }
  if (!seen) throw new Error('the story ends before now')
  const moment = (at: number) => (at === 0 ? undefined : at)
  const clocked = seen.stageLeft !== undefined
  return {
    ...seen,
    stageDue: clocked ? moment(late.stage) : undefined,
    stageHalf: clocked ? moment(late.half) : undefined,
    stageMost: clocked ? moment(late.most) : undefined,
    promiseDue: seen.promiseLeft === undefined ? undefined : moment(late.promise),
    lawPassed: seen.lawDay === undefined ? undefined : moment(late.law),
  }
}

function stopOf(rules: TimeRules, told: Told, stage: string, minute: number): Seen['stoppedBy'] {
  if (stage === 'ON_HOLD') return 'hold'
  if (STANDS.includes(stage)) return 'return'
  return rules.outages.length > 0 && isOut(rules, stage, told.negeri, minute) ? 'outage' : undefined
}

/**
 * Working minutes that a promise gives to what is received in some minute. In days: the first open minute from there on
 * is the receipt, its day is day 0, and the promise ends with the last open minute of the n-th day after it on which
 * the office opens at all.
 */
function givenBy(
  promise: { readonly days: number } | { readonly minutes: number },
  received: number,
  { first, open }: OpenMinutes,
): number {
  if ('minutes' in promise) return promise.minutes
  let given = 0
  let day: number | undefined
  let daysAfter = 0
  for (let minute = received; minute - first < open.length; minute += 1) {
    if (open[minute - first] === 0) continue
    const today = dayOfMinute(minute)
    if (day !== undefined && today !== day) {
      if (daysAfter === promise.days) return given
      daysAfter += 1
    }
    day = today
    given += 1
  }
  return given
}
