import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Frame } from './queue-replica.ts'
import { QueueReplica } from './queue-replica.ts'

const ROOMS = ['81.01/KK@81.01.12#dinas', '81.01/KK@81.01.09#dinas']

/** A small honest server: gapless numbers, one room per case, frames with the number before them in their room. */
class Server {
  seq = 0
  readonly rows = new Map<number, QueueRow>()
  readonly lastOf = new Map<string, number>()
  roomOf(caseNumber: number): string {
    return ROOMS[caseNumber % ROOMS.length] ?? ''
  }
  change(caseNumbers: readonly number[]): Frame[] {
    const touched = new Map<string, { after: number; rows: Map<number, QueueRow> }>()
    for (const caseNumber of caseNumbers) {
      this.seq += 1
      const before = this.rows.get(caseNumber)
      const row = { ...rowOf(caseNumber, (before?.version ?? 0) + 1), seq: this.seq }
      this.rows.set(caseNumber, row)
      const room = this.roomOf(caseNumber)
      const batch = touched.get(room) ?? { after: this.lastOf.get(room) ?? 0, rows: new Map() }
      batch.rows.set(caseNumber, row)
      touched.set(room, batch)
      this.lastOf.set(room, this.seq)
    }
    return [...touched].map(([room, batch]) => ({
      room,
      after: batch.after,
      seq: this.lastOf.get(room) ?? 0,
      rows: [...batch.rows.values()],
    }))
  }
  since(seq: number): { seq: number; rows: QueueRow[] } {
    return { seq: this.seq, rows: [...this.rows.values()].filter((row) => row.seq > seq) }
  }
}

function rowOf(caseNumber: number, version: number): QueueRow {
  return {
    id: `00000000-0000-4000-8000-${String(caseNumber).padStart(12, '0')}`,
    version,
    seq: 0,
    service: 'KK',
    kind: 'x',
    negeri: '81.01.12.2001',
    stage: version > 4 ? 'CLOSED' : 'FORWARDED',
    number: null,
    applicant: `Orang ${caseNumber}`,
    ownerId: 'o',
    submitted: true,
    holder: null,
    stageAt: 1_780_000_000_000,
    submittedAt: null,
    changedAt: version,
    changedBy: 'x',
    birthLate: false,
    flags: 0,
    returnCount: 0,
    escalation: 0,
    clock: null,
  }
}

const stateOf = (replica: QueueReplica) =>
  [...replica.items.values()].map(({ row }) => `${row.id}@${row.version}`).toSorted()
const truthOf = (server: Server) =>
  [...server.rows.values()].map((row) => `${row.id}@${row.version}`).toSorted()

function nothingMissingUpToTheMark(replica: QueueReplica, server: Server) {
  for (const row of server.rows.values()) {
    if (row.seq <= replica.mark)
      expect(replica.items.get(row.id)?.row.version ?? 0).toBeGreaterThanOrEqual(row.version)
  }
}

type Step =
  | { readonly do: 'change'; readonly cases: number[] }
  | { readonly do: 'deliver'; readonly pick: number; readonly again: boolean }
  | { readonly do: 'lose'; readonly pick: number }
  | { readonly do: 'ask' }
  | { readonly do: 'answer' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      cases: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('deliver' as const), pick: fc.nat(1000), again: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose' as const), pick: fc.nat(1000) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'ask' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'answer' as const }) },
)

test('whatever is lost, doubled or out of order: nothing is missing below the mark, and one catch-up makes it whole', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const server = new Server()
      const replica = new QueueReplica('81.01/KK', ROOMS)
      const flying: Frame[] = []
      const answers: { since: number; answer: { seq: number; rows: QueueRow[] } }[] = []
      for (const one of steps) {
        if (one.do === 'change') flying.push(...server.change(one.cases))
        if (one.do === 'lose' && flying.length > 0) flying.splice(one.pick % flying.length, 1)
        if (one.do === 'deliver' && flying.length > 0) {
          const at = one.pick % flying.length
          const frame = flying[at]
          if (frame) replica.take(frame)
          if (!one.again) flying.splice(at, 1)
        }
        if (one.do === 'ask') answers.push({ since: replica.mark, answer: server.since(replica.mark) })
        if (one.do === 'answer') {
          const next = answers.shift()
          if (next) replica.pulled(next.since, next.answer)
        }
        nothingMissingUpToTheMark(replica, server)
      }
      const mark = replica.mark
      replica.take({ room: '', after: mark, ...server.since(mark) })
      expect(stateOf(replica)).toEqual(truthOf(server))
      expect(replica.mark).toBe(server.seq)
    }),
    { numRuns: 400 },
  )
})

test('cut inside the catch-up twenty times: no hole, no duplicate', () => {
  const server = new Server()
  const replica = new QueueReplica('81.01/KK', ROOMS)
  replica.pulled(0, server.since(0))
  for (let round = 0; round < 20; round += 1) {
    for (let n = 0; n < 25; n += 1) server.change([n])
    const whole = server.since(replica.mark)
    replica.learn(whole.rows.slice(0, round)) // the frame broke off: some rows were read, the number was not
    nothingMissingUpToTheMark(replica, server)
  }
  replica.take({ room: '', after: replica.mark, ...server.since(replica.mark) })
  expect(stateOf(replica)).toEqual(truthOf(server))
})

test('a hole asks for a pull and the mark waits; what stood behind it counts at once after', () => {
  const server = new Server()
  const replica = new QueueReplica('81.01/KK', ROOMS)
  replica.pulled(0, server.since(0))
  const [first] = server.change([0]) as [Frame]
  const [second] = server.change([2]) as [Frame]
  expect(replica.take(second).hole).toBe(true)
  expect(replica.mark).toBe(0)
  expect(replica.take(first).hole).toBe(false)
  replica.pulled(0, server.since(0))
  expect(replica.mark).toBe(2)
})

test('late news does not revive an ended case', () => {
  const replica = new QueueReplica('81.01/KK', ROOMS)
  replica.learn([rowOf(1, 5)])
  expect(replica.learn([rowOf(1, 2)])).toEqual([])
  expect(replica.items.get(rowOf(1, 5).id)?.open).toBe(false)
})

test('numbers that went back are another history: everything is read anew', () => {
  const replica = new QueueReplica('81.01/KK', ROOMS)
  replica.pulled(0, { seq: 50, rows: [{ ...rowOf(1, 3), seq: 50 }] })
  expect(replica.pulled(50, { seq: 7, rows: [] }).hole).toBe(true)
  expect([replica.mark, replica.loaded, replica.items.size]).toEqual([0, false, 0])
})
