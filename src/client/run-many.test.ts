import { expect, test } from 'vitest'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { runMany, succeeded } from './run-many.ts'

const rows = Array.from({ length: 120 }, (_, n) => ({ id: String(n), version: 1 }) as unknown as QueueRow)
const claim = () => ({ type: 'claim' }) as const
const done = (caseId: string) => ({
  ok: true as const,
  caseId,
  version: 2,
  seq: 1,
  row: {} as QueueRow,
  repeated: false,
})
const never = () => false
const nothing = () => undefined

test('one bad among many: every one has its own result', async () => {
  const progress: number[] = []
  const results = await runMany({
    rows,
    commandOf: claim,
    onProgress: (n) => progress.push(n),
    cancelled: never,
    send: async (envelopes) =>
      envelopes.map(({ caseId }) => {
        if (caseId === '3') return { ok: false, refusal: { why: 'nothing-changes' } }
        return caseId === '77' ? { faultId: 'G7K-42Q' } : done(caseId)
      }),
  })
  expect(results.map((one) => one.row.id)).toEqual(rows.map((row) => row.id))
  expect(results.filter((one) => !succeeded(one)).map((one) => one.row.id)).toEqual(['3', '77'])
  expect(progress).toEqual([50, 100, 120])
})

test('stopped: what was sent is done, the rest is not sent and says so', async () => {
  let sent = 0
  const results = await runMany({
    rows,
    commandOf: claim,
    onProgress: nothing,
    cancelled: () => sent > 0,
    send: async (envelopes) => {
      sent += envelopes.length
      return envelopes.map(({ caseId }) => done(caseId))
    },
  })
  expect(sent).toBe(50)
  expect(results.filter(succeeded)).toHaveLength(50)
  expect(results.slice(50).every(({ answer }) => 'unsent' in answer)).toBe(true)
})

test('nothing comes through: those may or may not be done, the rest is not sent', async () => {
  let calls = 0
  const results = await runMany({
    rows,
    commandOf: claim,
    onProgress: nothing,
    cancelled: never,
    send: async (envelopes) => {
      calls += 1
      if (calls === 2) throw new Error('unreachable')
      return envelopes.map(({ caseId }) => done(caseId))
    },
  })
  expect(calls).toBe(2)
  const kinds = results.map(({ answer }) =>
    'failed' in answer ? 'failed' : 'unsent' in answer ? 'unsent' : 'ok',
  )
  expect([kinds[49], kinds[50], kinds[100]]).toEqual(['ok', 'failed', 'unsent'])
})
