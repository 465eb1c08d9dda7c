import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { HouseState } from './system-alarm.ts'
import { systemAlarms } from './system-alarm.ts'
import type { Outage } from './time-rules.ts'

const NOW = Date.parse('2026-06-09T10:42:00+09:00')
const calm: HouseState = { regency: '81.01', signers: 1, outages: [], queues: [] }
const out = (part: Partial<Outage>): Outage => ({
  id: 'o',
  kind: 'SIAK',
  reach: '81.01',
  from: NOW - 3 * HOUR_MS,
  to: null,
  reason: '',
  ...part,
})
const kinds = (state: Partial<HouseState>, standing?: Parameters<typeof systemAlarms>[2]) =>
  systemAlarms({ ...calm, ...state }, NOW, standing).map(({ kind }) => kind)
const queue = (open: number, late: number) => [{ service: 'KK' as const, open, late }]

test('a calm house has no alarm', () => {
  expect(kinds({ queues: queue(100, 10) })).toEqual([])
})

test('nobody to sign: no account that may, or an outage that says so for the whole kabupaten', () => {
  expect(kinds({ signers: 0 })).toEqual(['NO_SIGNER'])
  expect(kinds({ outages: [out({ kind: 'NO_SIGNER' })] })).toEqual(['NO_SIGNER'])
  expect(kinds({ outages: [out({ kind: 'NO_SIGNER', to: NOW })] })).toEqual([])
  expect(kinds({ outages: [out({ kind: 'NO_SIGNER', reach: '81.02' })] })).toEqual([])
})

test('SIAK: two hours are none, a minute more is one; over, elsewhere, or another thing is none', () => {
  expect(kinds({ outages: [out({ from: NOW - 2 * HOUR_MS })] })).toEqual([])
  expect(kinds({ outages: [out({ from: NOW - 2 * HOUR_MS - MINUTE_MS })] })).toEqual(['SIAK_LONG'])
  expect(kinds({ outages: [out({ to: NOW - MINUTE_MS })] })).toEqual([])
  expect(kinds({ outages: [out({ reach: '81.02' })] })).toEqual([])
  expect(kinds({ outages: [out({ kind: 'NETWORK' })] })).toEqual([])
  // A part of the kabupaten is told as that part, and one alarm is enough for it all.
  const parts = [out({ reach: '81.01.12', id: 'a' }), out({ id: 'b' })]
  expect(systemAlarms({ ...calm, outages: parts }, NOW)).toMatchObject([{ place: '81.01' }])
})

test('a queue: a tenth late is none, more is one, and it ends below eight of a hundred', () => {
  expect(kinds({ queues: queue(100, 11) })).toEqual(['QUEUE_LATE'])
  expect(kinds({ queues: queue(9, 9) })).toEqual([])
  const stood = [{ kind: 'QUEUE_LATE' as const, place: '81.01', service: 'KK' as const }]
  expect(kinds({ queues: queue(100, 9) })).toEqual([])
  expect(kinds({ queues: queue(100, 9) }, stood)).toEqual(['QUEUE_LATE'])
  expect(kinds({ queues: queue(100, 8) }, stood)).toEqual([])
})
