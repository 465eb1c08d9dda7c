import { expect, test } from 'vitest'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { undoOf } from './bulk-undo.ts'

const until = 1
const holder = (id: string) => ({ id, name: id, role: 'OPERATOR' as const, until })
const row = (id: string, version: number, held?: string) =>
  ({ id, version, holder: held ? holder(held) : null }) as unknown as QueueRow
const done = (before: QueueRow, version: number) => ({
  row: before,
  answer: {
    ok: true as const,
    caseId: before.id,
    version,
    seq: 1,
    row: { ...before, version },
    repeated: false,
  },
})

test('only what stands as the act left it is taken back', () => {
  const all = [done(row('a', 1), 2), done(row('b', 1), 2), done(row('c', 1), 2)]
  const now = new Map([
    ['a', row('a', 2)],
    ['b', row('b', 3)],
    ['c', row('c', 1)], // the list has not heard of it yet
  ])
  const { untouched, touched } = undoOf('claim', all, 'me', (id) => now.get(id))
  expect(untouched.map((one) => one.id)).toEqual(['a', 'c'])
  expect(touched.map((one) => one.id)).toEqual(['b'])
})

test('each act has its own way back', () => {
  const [before] = [row('a', 1, 'yopi')]
  const back = (act: Parameters<typeof undoOf>[0], one = before) =>
    undoOf(act, [done(one, 2)], 'me', () => undefined).commandOf(one)
  expect(back('claim')).toEqual({ type: 'release' })
  expect(back('release')).toEqual({ type: 'claim' })
  expect(back('handOver')).toMatchObject({ type: 'handOver', toPersonId: 'me' })
  expect(back('reassign')).toMatchObject({ type: 'reassign', toPersonId: 'yopi' })
  expect(back('reassign', row('a', 1))).not.toHaveProperty('toPersonId')
})
