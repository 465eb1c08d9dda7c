import { describe, expect, test } from 'vitest'
import { birthTiming } from '#domain/service/akta-kelahiran/birth-timing.ts'
import type { Stage } from '#domain/case/stage.ts'
import { workingDaysOf } from './calendar.ts'
import type { ClockHistory } from './clock-history.ts'
import { clocksOf } from './clocks-of.ts'
import { createClockwork } from './clockwork.ts'
import { explain } from './explain.ts'
import { HOUSE_RULES } from './house-rules.ts'
import { promiseBudget } from './promise.ts'
import type { Promised } from './time-rules.ts'
import { addWorking, nextOpening, workingBetween } from './working-time.ts'
import { RAMADAN_WEEK } from './working-week.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)
const DINAS = '81.01'
const NEGERI = '81.01.12.2001'
const normal = createClockwork(HOUSE_RULES)
const ramadan = createClockwork({
  ...HOUSE_RULES,
  hours: [
    ...HOUSE_RULES.hours,
    { office: '*', from: '2026-02-19', to: '2026-03-19', name: 'Jam kerja Ramadan', week: RAMADAN_WEEK },
  ],
})
const due = (clockwork: typeof normal, received: string, promised: Promised) => {
  const calendar = clockwork.calendarOf(DINAS)
  return addWorking(calendar, wit(received), promiseBudget(calendar, wit(received), promised))
}

const life = (...visits: readonly (readonly [Stage, string])[]): ClockHistory => ({
  service: 'KK',
  kind: 'KK_LOST',
  birthLate: false,
  negeri: NEGERI,
  capturedAt: undefined,
  visits: visits.map(([stage, at]) => ({ stage, at: wit(at) })),
})

describe('worked examples of the counting rules (sla.md §4)', () => {
  test('received Thu 12 Mar 2026 14.00, 3 working days: Tue 17 Mar at closing time, 16.00, or 15.00 with Ramadan hours', () => {
    expect(due(normal, '2026-03-12T14:00', { days: 3 })).toBe(wit('2026-03-17T16:00'))
    expect(due(ramadan, '2026-03-12T14:00', { days: 3 })).toBe(wit('2026-03-17T15:00'))
  })
  test('received Mon 16 Mar 2026 09.00, 3 working days: Thu 26 Mar 16.00 (17, 25 and 26 March counted)', () => {
    expect(due(normal, '2026-03-16T09:00', { days: 3 })).toBe(wit('2026-03-26T16:00'))
  })
  test('submitted Sat 23 May 2026 10.00: received Mon 25 May 07.30, 3 working days: Tue 2 Jun 16.00', () => {
    expect(nextOpening(normal.calendarOf(DINAS), wit('2026-05-23T10:00'))).toBe(wit('2026-05-25T07:30'))
    expect(due(normal, '2026-05-23T10:00', { days: 3 })).toBe(wit('2026-06-02T16:00'))
  })
  test('received Wed 23 Dec 2026 10.00, 1 working day: Mon 28 Dec 16.00', () => {
    expect(due(normal, '2026-12-23T10:00', { days: 1 })).toBe(wit('2026-12-28T16:00'))
  })
  test('received Fri 13 Mar 2026 14.30, 4 working hours: Mon 16 Mar 09.30, or 11.00 with Ramadan hours', () => {
    expect(due(normal, '2026-03-13T14:30', { minutes: 240 })).toBe(wit('2026-03-16T09:30'))
    expect(due(ramadan, '2026-03-13T14:30', { minutes: 240 })).toBe(wit('2026-03-16T11:00'))
    expect(workingBetween(ramadan.calendarOf(DINAS), wit('2026-03-13T14:30'), wit('2026-03-16T08:00'))).toBe(
      3_600_000,
    )
  })
  test('born 2026-09-25, reported 2026-11-24: day 60 is on time, one day later is late', () => {
    expect(birthTiming('2026-09-25', '2026-11-24')).toBe('ON_TIME')
    expect(birthTiming('2026-09-25', '2026-11-25')).toBe('LATE')
  })
  test('2026 has 240 working days, and so many in each month', () => {
    const days = workingDaysOf(normal.calendarOf(DINAS), 2026)
    const perMonth = Array.from(
      { length: 12 },
      (_, month) => days.filter((day) => Number(day.slice(5, 7)) === month + 1).length,
    )
    expect(days.length).toBe(240)
    expect(perMonth).toEqual([20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21, 21])
  })
  test('a submission at closing time is received at the next opening', () => {
    expect(nextOpening(normal.calendarOf(DINAS), wit('2026-06-09T16:00'))).toBe(wit('2026-06-10T07:30'))
    expect(due(normal, '2026-06-09T16:00', { days: 1 })).toBe(wit('2026-06-11T16:00'))
  })
})

describe('pausing (workflow.md §6)', () => {
  // Monday 8 June: 10.00 to 11.00 one hour; Wednesday 10 June: 11.00 to 15.00 four hours, less the break.
  const story = (until: string) =>
    clocksOf(
      life(
        ['SUBMITTED', '2026-06-08T10:00'],
        ['NEGERI_REVIEW', '2026-06-08T10:00'],
        ['RETURNED_APPLICANT', '2026-06-08T11:00'],
        ['NEGERI_REVIEW', '2026-06-10T11:00'],
      ),
      normal,
      wit(until),
    )
  test('submit Mon 10.00, return Mon 11.00, resubmit Wed 11.00, issue Wed 15.00: 5 working hours less the break, not 2 days', () => {
    const history = life(
      ['SUBMITTED', '2026-06-08T10:00'],
      ['RETURNED_APPLICANT', '2026-06-08T11:00'],
      ['SUBMITTED', '2026-06-10T11:00'],
      ['ISSUED', '2026-06-10T15:00'],
    )
    const account = explain('promise', history, normal, wit('2026-06-10T15:00'))
    expect(account?.used).toBe(4 * 3_600_000)
    expect(clocksOf(history, normal, wit('2026-06-10T15:00'))?.officeMinutes).toBe(240)
  })
  test('resume leaves the same remaining minutes, of the stage and of the promise', () => {
    const before = clocksOf(life(['SUBMITTED', '2026-06-08T10:00']), normal, wit('2026-06-08T11:00'))
    const after = story('2026-06-10T11:00')
    expect(after?.stage?.leftMinutes).toBe(before?.stage?.leftMinutes)
    expect(after?.promise?.leftMinutes).toBe(before?.promise?.leftMinutes)
  })
  test('a return moves the law on by the midnights that it took, a hold by none', () => {
    expect(story('2026-06-10T11:00')?.law).toMatchObject({ day: 0, lastDay: '2026-06-24', limitDays: 14 })
    const held = clocksOf(
      life(
        ['SUBMITTED', '2026-06-08T10:00'],
        ['ON_HOLD', '2026-06-08T11:00'],
        ['SUBMITTED', '2026-06-10T11:00'],
      ),
      normal,
      wit('2026-06-10T11:00'),
    )
    expect(held?.law).toMatchObject({ day: 2, lastDay: '2026-06-22' })
    expect(held?.stage?.leftMinutes).toBe(390)
  })
})

describe('two clocks that never blame the sea', () => {
  test('the citizen waits since the capture, the office works since the arrival, the difference is the way', () => {
    const history = { ...life(['SUBMITTED', '2026-06-09T09:14']), capturedAt: wit('2026-06-08T08:31') }
    const clocks = clocksOf(history, normal, wit('2026-06-09T10:14'))
    expect(clocks?.officeMinutes).toBe(60)
    expect(clocks?.underWay).toBe(wit('2026-06-09T09:14') - wit('2026-06-08T08:31'))
    expect(clocks?.citizenMinutes).toBe(60 + 389 + 104) // Monday from 08.31, Tuesday to 09.14
    expect(clocks?.promise?.leftMinutes).toBe(
      clocksOf(life(['SUBMITTED', '2026-06-09T09:14']), normal, wit('2026-06-09T10:14'))?.promise
        ?.leftMinutes,
    )
    const [way] = explain('promise', history, normal, wit('2026-06-09T10:14'))?.lines ?? []
    expect(way).toMatchObject({ counted: false, amount: 0, to: wit('2026-06-09T09:14') })
  })
  test('a device whose clock is a year off is not believed', () => {
    const history = { ...life(['SUBMITTED', '2026-06-09T09:14']), capturedAt: wit('2025-06-08T08:31') }
    expect(clocksOf(history, normal, wit('2026-06-09T10:14'))).toMatchObject({
      underWay: 0,
      citizenMinutes: 60,
    })
  })
})

describe('what other systems got wrong', () => {
  test('22: only confirmed days count as days off; a due day beyond the confirmed years says that it is an estimate', () => {
    const clocks = clocksOf(life(['SUBMITTED', '2026-12-30T10:00']), normal, wit('2026-12-30T11:00'))
    expect(clocks).toMatchObject({ estimate: true })
    const confirmed = createClockwork({ ...HOUSE_RULES, confirmedYears: [2026, 2027] })
    expect(
      clocksOf(life(['SUBMITTED', '2026-12-30T10:00']), confirmed, wit('2026-12-30T11:00')),
    ).toMatchObject({ estimate: false })
  })
  test('26: Friday 15.59 and two hours is Monday', () => {
    expect(addWorking(normal.calendarOf(DINAS), wit('2026-06-12T15:59'), 2 * 3_600_000)).toBe(
      wit('2026-06-15T08:59'),
    )
  })
  test('36: an outage is declared once, and every case that it stops says so', () => {
    const outage = {
      id: 's',
      kind: 'SIAK' as const,
      reach: DINAS,
      from: wit('2026-06-09T08:20'),
      to: null,
      reason: '',
    }
    const broken = createClockwork({ ...HOUSE_RULES, outages: [outage] })
    const stages = (['SIAK_ENTRY', 'AWAITING_TTE', 'VERIFICATION'] as const).map(
      (stage) =>
        clocksOf(
          life(['SUBMITTED', '2026-06-08T10:00'], [stage, '2026-06-09T07:30']),
          broken,
          wit('2026-06-09T10:00'),
        )?.state,
    )
    expect(stages).toEqual(['gangguan', 'gangguan', 'aman'])
  })
  test('a case keeps the standard of its day', () => {
    const stricter = {
      ...HOUSE_RULES.policies[0],
      version: 2,
      validFrom: '2026-06-09',
      source: '',
      standards: [{ service: 'KK' as const, promise: { days: 1 }, lawDays: 14, stages: { SUBMITTED: 60 } }],
    }
    const changed = createClockwork({ ...HOUSE_RULES, policies: [...HOUSE_RULES.policies, stricter] })
    const at = (day: string) =>
      clocksOf(life(['SUBMITTED', `${day}T10:00`]), changed, wit('2026-06-09T10:30'))
    expect(at('2026-06-08')).toMatchObject({ policy: 1, stage: { limitMinutes: 450 } })
    expect(at('2026-06-09')).toMatchObject({ policy: 2, stage: { limitMinutes: 60 } })
  })
})
