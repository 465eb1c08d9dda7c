import { expect, test } from 'vitest'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { createClockwork } from './clockwork.ts'
import { HOUSE_RULES } from './house-rules.ts'
import type { TimedRow } from './stage-time.ts'
import { leftOf, minutesLeft, nextChangeAt, stageStateAt, stageTimeOf } from './stage-time.ts'
import { unpaused } from './testing/unpaused.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)
const clockwork = createClockwork(HOUSE_RULES)
const moments = { stageAt: wit('2026-06-09T08:00'), submittedAt: wit('2026-06-08T08:00') }
const row: TimedRow = {
  service: 'AKTA_KELAHIRAN',
  kind: 'BIRTH_REGULAR',
  negeri: '81.01.12.2001',
  stage: 'FORWARDED',
  holder: null,
  stageAt: moments.stageAt,
  birthLate: false,
  clock: unpaused(moments),
}
const heldUntil = (until: number): QueueRow['holder'] => ({ id: 'o', name: 'Ona', role: 'OPERATOR', until })

test('waiting to be taken warns at half, held work at four fifths, and is late at the whole', () => {
  const time = stageTimeOf(row, clockwork) // 2 h from 08.00
  expect(stageStateAt(time, row, wit('2026-06-09T08:59'))).toBe('aman')
  expect(stageStateAt(time, row, wit('2026-06-09T09:00'))).toBe('segera')
  expect(stageStateAt(time, row, wit('2026-06-09T10:00'))).toBe('lewat')
  const held = { ...row, stage: 'VERIFICATION' as const, holder: heldUntil(wit('2026-06-09T23:00')) }
  const heldTime = stageTimeOf(held, clockwork)
  expect(stageStateAt(heldTime, held, wit('2026-06-09T11:11'))).toBe('aman')
  expect(stageStateAt(heldTime, held, wit('2026-06-09T11:12'))).toBe('segera')
})

test('a lapsed lease does not count as taken', () => {
  const lapsed = { ...row, holder: heldUntil(wit('2026-06-09T08:30')) }
  expect(stageStateAt(stageTimeOf(lapsed, clockwork), lapsed, wit('2026-06-09T09:00'))).toBe('segera')
})

test('returned is a pause, on hold is on hold, issued is issued, a draft has no clock', () => {
  const at = wit('2026-12-01T08:00')
  const states = (['RETURNED_NEGERI', 'ON_HOLD', 'ISSUED', 'DRAFT'] as const).map((stage) =>
    stageStateAt(stageTimeOf({ ...row, stage }, clockwork), row, at),
  )
  expect(states).toEqual(['jeda', 'tahan', 'terbit', 'none'])
})

test('minutes left go below zero when late, and a late birth has more time', () => {
  expect(minutesLeft(stageTimeOf(row, clockwork), wit('2026-06-09T09:12'))).toBe(48)
  expect(minutesLeft(stageTimeOf(row, clockwork), wit('2026-06-09T11:08'))).toBe(-68)
  const late = { ...row, stage: 'VERIFICATION' as const, birthLate: true }
  expect(stageTimeOf(late, clockwork).stage?.limit).toBe(360 * 60_000)
})

test('the promise counts from the submission in the hours of the Dinas, and stands still on hold', () => {
  const time = stageTimeOf(row, clockwork)
  expect(time.promise?.dueAt).toBe(wit('2026-06-11T16:00')) // Monday 8 June, three working days
  const held = stageTimeOf({ ...row, stage: 'ON_HOLD' }, clockwork)
  expect(held.promise?.dueAt).toBe(Infinity)
  const left = (at: string) => (held.promise ? leftOf(held.promise, held.gaps, wit(at)) : 0)
  expect(left('2026-06-09T09:00')).toBe(left('2026-06-20T09:00'))
})

test('an outage that makes the work impossible stops stage and promise while it lasts, and names itself', () => {
  const siak = {
    id: 's',
    kind: 'SIAK' as const,
    reach: '81.01',
    from: wit('2026-06-09T09:00'),
    to: null,
    reason: '',
  }
  const entry = { ...row, stage: 'SIAK_ENTRY' as const }
  const broken = stageTimeOf(entry, createClockwork({ ...HOUSE_RULES, outages: [siak] }))
  expect(stageStateAt(broken, entry, wit('2026-06-09T08:30'))).toBe('aman')
  expect(stageStateAt(broken, entry, wit('2026-06-09T15:00'))).toBe('gangguan')
  expect([broken.dueAt, broken.promise?.dueAt]).toEqual([Infinity, Infinity])
  expect(minutesLeft(broken, wit('2026-06-09T15:00'))).toBe(120)
  const mended = createClockwork({ ...HOUSE_RULES, outages: [{ ...siak, to: wit('2026-06-09T14:00') }] })
  expect(stageTimeOf(entry, mended).dueAt).toBe(wit('2026-06-09T16:00')) // 1 h before, 2 h after
  const verification = { ...row, stage: 'VERIFICATION' as const }
  expect(stageTimeOf(verification, mended).dueAt).toBe(wit('2026-06-09T12:00')) // only slower: marked, not paused
})

test('says when it will next say something else', () => {
  const time = stageTimeOf(row, clockwork)
  expect(nextChangeAt(time, row, wit('2026-06-09T08:10'))).toBe(wit('2026-06-09T09:00'))
  expect(nextChangeAt(time, row, wit('2026-06-09T09:00'))).toBe(wit('2026-06-09T09:36'))
  expect(nextChangeAt(time, row, wit('2026-06-09T10:00'))).toBe(wit('2026-06-11T16:00'))
})
