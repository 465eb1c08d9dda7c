import { expect, test } from 'vitest'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { BulkResult } from './bulk.ts'
import { runMany, succeeded } from './bulk.ts'

const rows = Array.from({ length: 25 }, (_, n) => ({ id: String(n), version: 1 }) as unknown as QueueRow)

test('one bad among many: every one has its own result, and only the failed stay', async () => {
  const seen: BulkResult[] = []
  const results = await runMany(
    rows,
    async (row) => {
      if (row.id === '3') return { ok: false, refusal: { why: 'nothing-changes' } }
      if (row.id === '14') throw new Error('unreachable')
      return { ok: true, caseId: row.id, version: 2, seq: 1, row, repeated: false }
    },
    (result) => seen.push(result),
  )
  expect(results.length).toBe(25)
  expect(seen.length).toBe(25)
  expect(
    results
      .filter((result) => !succeeded(result))
      .map((result) => result.row.id)
      .toSorted(),
  ).toEqual(['14', '3'])
})

test('never more than ten at once', async () => {
  let now = 0
  let most = 0
  await runMany(
    rows,
    async (row) => {
      now += 1
      most = Math.max(most, now)
      await Promise.resolve()
      now -= 1
      return { ok: true, caseId: row.id, version: 2, seq: 1, row, repeated: false }
    },
    () => undefined,
  )
  expect(most).toBe(10)
})
