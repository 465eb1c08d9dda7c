import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#domain/shared/instant.ts'
import { readConfig } from '#server/config.ts'
import { testDatabase, type TestDatabase } from '#server/db/test-database.ts'
import type { Job, JobShell } from './job.ts'
import { runJob } from './run-job.ts'
import { sweepOldRows } from './sweep-old-rows.ts'

let db: TestDatabase
let shell: JobShell
let now = Date.UTC(2026, 5, 9, 2)
beforeAll(async () => {
  db = await testDatabase()
  const sealer = undefined as unknown as JobShell['sealer'] // no job under test seals anything
  shell = {
    config: readConfig({}),
    pool: db.pool,
    prisma: db.prisma,
    clock: () => now,
    log: pino({ level: 'silent' }),
    sealer,
  }
})
afterAll(() => db.drop())

const countOf = async (table: string) =>
  Number((await db.pool.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n)

test('hourly work is done once per hour by however many instances, and again after a failure that is due', async () => {
  let runs = 0
  const job: Job = { name: 'count', everyMs: HOUR_MS, by: 'one', run: async () => void (runs += 1) }
  const first = await Promise.all([1, 2, 3].map(() => runJob(shell, job)))
  expect(runs).toBe(1)
  expect(first.filter((one) => one === 'done')).toHaveLength(1)
  now += HOUR_MS / 2
  expect(await runJob(shell, job)).toBe('not due')
  now += HOUR_MS / 2
  expect(await runJob(shell, job)).toBe('done')
  now += HOUR_MS
  await expect(runJob(shell, { ...job, run: () => Promise.reject(new Error('no')) })).rejects.toThrow('no')
  now += HOUR_MS
  expect(await runJob(shell, job)).toBe('done') // the lock was given back
})

test('old rows go, those still of use stay', async () => {
  const at = (days: number) => new Date(now - days * DAY_MS)
  await db.pool.query(
    `INSERT INTO command_receipt (command_id, request_hash, case_id, person_id, version, queue_seq, at)
     SELECT gen_random_uuid(), '', gen_random_uuid(), '', 1, 1, x FROM unnest($1::timestamptz[]) x`,
    [[at(1), at(89), at(119), at(121), at(400)]],
  )
  await sweepOldRows(shell)
  expect(await countOf('command_receipt')).toBe(3)
})

test('news that nobody read for half a year count as read, and are gone with those', async () => {
  const at = (days: number) => new Date(now - days * DAY_MS)
  await db.pool.query(
    `INSERT INTO notice (key, case_id, person_id, kind, at)
     SELECT 'old ' || n, gen_random_uuid(), 'p', 'x', x FROM unnest($1::timestamptz[]) WITH ORDINALITY y (x, n)`,
    [[at(1), at(179), at(181), at(400)]],
  )
  await db.pool.query(
    `INSERT INTO digest (id, person_id, content, at) SELECT gen_random_uuid(), 'p', '{}', x FROM unnest($1::timestamptz[]) x`,
    [[at(179), at(181)]],
  )
  await sweepOldRows(shell)
  const unread = async (table: string) => await countOf(`${table} WHERE read_at IS NULL`)
  expect([await unread('notice'), await unread('digest')]).toEqual([2, 1])
  expect(await countOf('notice')).toBe(4)
  now += 91 * DAY_MS
  await sweepOldRows(shell)
  expect(await countOf('notice')).toBe(2) // what was 179 days old is read by now, and stays for its time
})
