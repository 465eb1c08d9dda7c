import { expect, test } from 'vitest'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { minutesLeft, stageStateAt, stageTimeOf } from './stage-time.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)
const row: QueueRow = {
  id: '00000000-0000-4000-8000-000000000001',
  version: 3,
  seq: 3,
  service: 'AKTA_KELAHIRAN',
  kind: 'BIRTH_STANDARD',
  negeri: '81.01.12.2001',
  stage: 'FORWARDED',
  number: 'AL-26-00001',
  applicant: 'Marwa Lesi',
  ownerId: 'x',
  submitted: true,
  holder: null,
  stageAt: wit('2026-06-09T08:00'),
  submittedAt: wit('2026-06-08T08:00'),
  changedAt: wit('2026-06-09T08:00'),
  changedBy: 'Hanafi',
  birthLate: false,
  flags: 0,
  returnCount: 0,
  escalation: 0,
}

test('waiting to be taken warns at half, held work at four fifths, and is late at the whole', () => {
  const time = stageTimeOf(row) // 2 h from 08.00
  expect(stageStateAt(time, row, wit('2026-06-09T08:59'))).toBe('aman')
  expect(stageStateAt(time, row, wit('2026-06-09T09:00'))).toBe('segera')
  expect(stageStateAt(time, row, wit('2026-06-09T10:00'))).toBe('lewat')
  const holder = { id: 'o', name: 'Ona', role: 'OPERATOR' as const, until: wit('2026-06-09T23:00') }
  const held = { ...row, stage: 'VERIFICATION' as const, holder }
  expect(stageStateAt(stageTimeOf(held), held, wit('2026-06-09T11:11'))).toBe('aman')
  expect(stageStateAt(stageTimeOf(held), held, wit('2026-06-09T11:12'))).toBe('segera')
})

test('a lapsed lease does not count as taken', () => {
  const lapsed = {
    ...row,
    holder: { id: 'o', name: 'Ona', role: 'OPERATOR' as const, until: wit('2026-06-09T08:30') },
  }
  expect(stageStateAt(stageTimeOf(lapsed), lapsed, wit('2026-06-09T09:00'))).toBe('segera')
})

test('returned is a pause, on hold is on hold, issued is issued, a draft has no clock', () => {
  const at = wit('2026-12-01T08:00')
  const states = (['RETURNED_NEGERI', 'ON_HOLD', 'ISSUED', 'DRAFT'] as const).map((stage) =>
    stageStateAt(stageTimeOf({ ...row, stage }), row, at),
  )
  expect(states).toEqual(['jeda', 'tahan', 'terbit', 'none'])
})

test('minutes left go below zero when late, and a late birth has more time', () => {
  expect(minutesLeft(stageTimeOf(row), wit('2026-06-09T09:12'))).toBe(48)
  expect(minutesLeft(stageTimeOf(row), wit('2026-06-09T11:08'))).toBe(-68)
  const late = { ...row, stage: 'VERIFICATION' as const, birthLate: true }
  expect(stageTimeOf(late).standardMinutes).toBe(360)
})
