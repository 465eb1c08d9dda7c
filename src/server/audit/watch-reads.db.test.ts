import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { auditRead } from './audit-read.ts'
import { MANY_CASES_A_DAY, watchReads } from './watch-reads.ts'

const ORIGIN = { address: '10.0.0.1', device: 'test' }
let db: TestDatabase
let now = Date.UTC(2026, 5, 9, 2)
const log = pino({ level: 'silent' })
const shell = () => ({ pool: db.pool, clock: () => now, log })
const person = (name: string): Actor => ({ id: name, name, role: 'OPERATOR', areas: ['81.01'], services: [] })

beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

const read = (who: string, cases: readonly string[], action = 'case.open') =>
  Promise.all(
    cases.map((subject) => auditRead(shell(), person(who), { action, subject, detail: {} }, ORIGIN)),
  )
const some = (count: number) => Array.from({ length: count }, () => randomUUID())
const alarms = async () =>
  (
    await db.pool.query<{ subject: string; detail: unknown }>(
      "select subject, detail from audit_entry where action = 'alarm.manyReads' order by at, index",
    )
  ).rows

test('who reads unusually many cases is on record, once a day; who works much is not', async () => {
  await read('curious', some(MANY_CASES_A_DAY + 1))
  await read('busy', some(MANY_CASES_A_DAY))
  const [same = ''] = some(1)
  await read(
    'returning',
    Array.from({ length: MANY_CASES_A_DAY + 50 }, () => same),
  )
  await read('working', some(MANY_CASES_A_DAY + 50), 'case.claim')
  expect(await watchReads(shell())).toBe(1)
  expect(await watchReads(shell())).toBe(0)
  expect(await alarms()).toEqual([{ subject: 'person:curious', detail: { cases: MANY_CASES_A_DAY + 1 } }])
  now += DAY_MS + 1
  expect(await watchReads(shell())).toBe(0) // the day is over
  await read('curious', some(MANY_CASES_A_DAY + 1))
  expect(await watchReads(shell())).toBe(1)
})
