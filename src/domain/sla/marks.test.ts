import { expect, test } from 'vitest'
import type { Stage } from '#domain/case/stage.ts'
import type { ClockHistory } from './clock-history.ts'
import { clocksOf } from './clocks-of.ts'
import { createClockwork } from './clockwork.ts'
import { explain } from './explain.ts'
import { HOUSE_RULES } from './house-rules.ts'
import { markAt, nextChangeAt, stageStateAt, stageTimeOf } from './stage-time.ts'
import { unpaused } from './testing/unpaused.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)
const siak = {
  id: 's',
  kind: 'SIAK' as const,
  reach: '81.01',
  from: wit('2026-06-09T09:00'),
  to: wit('2026-06-09T10:30'),
  reason: '',
}
const marked = createClockwork({ ...HOUSE_RULES, outages: [siak] })
const plain = createClockwork(HOUSE_RULES)

function rowIn(stage: Stage, negeri = '81.01.12.2001') {
  const moments = { stageAt: wit('2026-06-09T08:00'), submittedAt: wit('2026-06-08T08:00') }
  const row = { service: 'KK' as const, kind: 'x', birthLate: false, holder: null, negeri }
  return { ...row, stage, stageAt: moments.stageAt, clock: unpaused(moments) }
}

function lifeIn(stage: Stage): ClockHistory {
  const visits = [
    { stage: 'SUBMITTED' as const, at: wit('2026-06-08T08:00') },
    { stage, at: wit('2026-06-09T08:00') },
  ]
  return {
    service: 'KK',
    kind: 'x',
    birthLate: false,
    negeri: '81.01.12.2001',
    capturedAt: undefined,
    visits,
  }
}

test('an outage that only slows a stage is a mark: it names itself while it lasts, and moves no moment', () => {
  const row = rowIn('VERIFICATION')
  const time = stageTimeOf(row, marked)
  expect(markAt(time, wit('2026-06-09T08:59'))).toBeUndefined()
  expect(markAt(time, wit('2026-06-09T09:00'))?.outage.kind).toBe('SIAK')
  expect(markAt(time, wit('2026-06-09T10:30'))).toBeUndefined()
  expect(stageStateAt(time, row, wit('2026-06-09T09:30'))).toBe('aman')
  expect(time.dueAt).toBe(stageTimeOf(row, plain).dueAt)
  expect(time.promise?.dueAt).toBe(stageTimeOf(row, plain).promise?.dueAt)
  expect(nextChangeAt(time, row, wit('2026-06-09T08:10'))).toBe(siak.from)
})

test('what is stopped is not marked too; what lies elsewhere, or with whoever repairs it, is neither', () => {
  const during = wit('2026-06-09T09:30')
  for (const row of [rowIn('SIAK_ENTRY'), rowIn('VERIFICATION', '81.02.01.2001'), rowIn('RETURNED_NEGERI')])
    expect(markAt(stageTimeOf(row, marked), during)).toBeUndefined()
  expect(stageStateAt(stageTimeOf(rowIn('SIAK_ENTRY'), marked), rowIn('SIAK_ENTRY'), during)).toBe('gangguan')
})

test('the case says it beside its clock', () => {
  const clocks = (at: string) => clocksOf(lifeIn('VALIDATION'), marked, wit(at))
  expect(clocks('2026-06-09T09:30')).toMatchObject({ state: 'aman', gap: undefined, mark: { outage: siak } })
  expect(clocks('2026-06-09T10:31')?.mark).toBeUndefined()
})

test('the account has the marked time as a line of its own, counted, with the outage in its rule', () => {
  const now = wit('2026-06-09T11:00')
  for (const which of ['stage', 'promise'] as const) {
    const account = explain(which, lifeIn('VERIFICATION'), marked, now)
    const line = account?.lines.find(({ rule }) => rule.id.includes('Ditandai'))
    expect(line).toMatchObject({ from: siak.from, to: siak.to, counted: true, amount: 90 * 60_000 })
    expect(line?.rule.id).toContain('Gangguan SIAK')
    const without = explain(which, lifeIn('VERIFICATION'), plain, now)
    expect(account?.used).toBe(without?.used)
    account?.lines.forEach((one, n) => n > 0 && expect(one.from).toBe(account.lines[n - 1]?.to))
  }
})
