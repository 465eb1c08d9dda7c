import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '#server/db/test-database.ts'
import { watchDatabaseClock } from './database-clock.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

test('an instance whose clock is more than 30 s off stops escalation, and goes on when the clocks agree', async () => {
  let off = 0
  const clock = watchDatabaseClock(db.pool, () => Date.now() + off)
  expect((await clock.look()).alarm).toBeUndefined()
  off = 29_000
  expect((await clock.look()).alarm).toBeUndefined()
  off = 45_000
  expect((await clock.look()).alarm).toMatchObject({ why: 'apart' })
  off = -45_000
  expect((await clock.look()).alarm).toMatchObject({ why: 'apart' })
  off = 0
  expect((await clock.look()).alarm).toBeUndefined()
})

test('the database decides what time it is', async () => {
  const clock = watchDatabaseClock(db.pool, () => Date.now() + 20_000)
  const { now } = await clock.look()
  expect(Math.abs(now - Date.now())).toBeLessThan(5_000)
})

test('a clock that jumps together with its machine is noticed by a watch that nobody can set, and believed again when it is steady', async () => {
  let database = 1_780_966_800_000
  let steady = 0
  const pool = {
    query: () => Promise.resolve({ rows: [{ now: database }] }),
  } as unknown as TestDatabase['pool']
  const clock = watchDatabaseClock(
    pool,
    () => database,
    () => steady,
  )
  const pass = (seconds: number, jump = 0) => {
    steady += seconds * 1000
    database += seconds * 1000 + jump
    return clock.look()
  }
  await clock.look()
  expect((await pass(5)).alarm).toBeUndefined()
  expect((await pass(5, 3_600_000)).alarm).toMatchObject({ why: 'jumped', byMs: 3_600_000 })
  expect((await pass(60)).alarm).toMatchObject({ why: 'jumped' })
  expect((await pass(61)).alarm).toBeUndefined()
  expect((await pass(5, -40_000)).alarm).toMatchObject({ why: 'jumped', byMs: -40_000 })
})
