import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { packId } from '#domain/case/pack-id.ts'
import { QueueTail } from './queue-tail.ts'

const id = (n: number): string => `0190a2b4-0000-4000-8000-${String(n).padStart(12, '0')}`
const NEGERI = '81.01.12.2001'
const ROOM = '81.01/KK@81.01#dinas'

function row(seq: number, n: number, submitted = true): QueueRow {
  return {
    id: id(n),
    version: seq,
    seq,
    service: 'KK',
    kind: 'KK_LOST',
    negeri: NEGERI,
    stage: 'SUBMITTED',
    number: null,
    applicant: 'A',
    ownerId: 'o',
    submitted,
    holder: null,
    stageAt: 1,
    submittedAt: null,
    changedAt: 2,
    changedBy: 'B',
    birthLate: false,
    flags: 0,
    returnCount: 0,
    escalation: 0,
    clock: null,
  }
}

const told = (tail: QueueTail, mark: number): unknown[] =>
  tail.since(mark, new Set([ROOM])).rows.map((tuple) => [tuple[0], tuple[2]])

describe('a tail', () => {
  it('in whatever order committed rows arrive, is complete to its number and holds each case as it is now', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 60 }),
        fc.infiniteStream(fc.nat()),
        (cases, chance) => {
          const rows = cases.map((n, at) => row(at + 1, n))
          const tail = new QueueTail()
          const order = [...rows]
          for (let n = order.length - 1; n > 0; n -= 1) {
            const other = chance.next().value % (n + 1)
            ;[order[n], order[other]] = [order[other]!, order[n]!]
          }
          for (const one of order) tail.take(one)
          expect(tail.seq).toBe(rows.length)
          const latest = new Map(rows.map((one) => [one.id, one]))
          const expected = [...latest.values()]
            .sort((a, b) => a.seq - b.seq)
            .map((one) => [packId(one.id), one.seq])
          expect(told(tail, 0)).toEqual(expected)
        },
      ),
    )
  })

  it('tells what changed after a mark, once, and nothing of another room', () => {
    const tail = new QueueTail()
    for (const one of [row(1, 1), row(2, 2), row(3, 1), row(4, 3, false)]) tail.take(one)
    expect(told(tail, 2)).toEqual([[packId(id(1)), 3]]) // 4 is a draft: the Dinas hears nothing of it
    expect(told(tail, 4)).toEqual([])
    expect(tail.takeFresh().map((entry) => entry.seq)).toEqual([2, 3, 4])
    expect(tail.takeFresh()).toEqual([])
  })

  it('waits for a row that another instance wrote, until a look brings it', () => {
    const tail = new QueueTail()
    tail.take(row(1, 1))
    expect(tail.take(row(3, 3))).toBe(false)
    expect(tail.seq).toBe(1)
    tail.learn({ seq: 2, rows: [row(2, 2)] })
    expect(tail.seq).toBe(3)
    expect(tail.hasEarly).toBe(false)
  })

  it('knows what it no longer holds', () => {
    const tail = new QueueTail()
    tail.load({ seq: 900, rows: [row(899, 1), row(900, 2)] }, 2)
    expect([tail.covers(898), tail.covers(899), tail.covers(901)]).toEqual([false, true, false])
    for (let n = 1; n <= 6000; n += 1) tail.take(row(900 + n, n + 10))
    expect(tail.covers(1000)).toBe(false)
    expect(told(tail, 6898)).toHaveLength(2)
    expect(tail.takeFresh()).toHaveLength(6000) // what was not told yet is told, however much it is
  })
})
