import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations, readMigrations } from './migrate.ts'
import { sqlToReachSchema } from './schema-engine.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('migrating a migrated database does nothing, also when two do it at once', async () => {
  const both = await Promise.all([applyMigrations(database.ownerUrl), applyMigrations(database.ownerUrl)])
  expect(both).toEqual([[], []])
  const { rows } = await database.pool.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations ORDER BY 1',
  )
  expect(rows.map((row) => row.migration_name)).toEqual(readMigrations().map((one) => one.name))
})

test('the migrations lead to prisma/schema.prisma: none was forgotten', async () => {
  expect(await sqlToReachSchema(database.ownerUrl, 'prisma/schema.prisma')).toMatch(
    /^\s*(-- This is an empty migration\.)?\s*$/,
  )
})

test.each([
  ["UPDATE case_event SET type = 'x'"],
  ['DELETE FROM case_event'],
  ["UPDATE audit_entry SET hash = 'x'"],
  ['DELETE FROM audit_entry'],
  ['TRUNCATE audit_entry'],
  ['DELETE FROM case_file'],
  ["UPDATE command_receipt SET request_hash = 'x'"],
  ['DELETE FROM _prisma_migrations'],
  ['DROP TABLE notice'],
])('the application may not: %s', async (sql) => {
  await expect(database.pool.query(sql)).rejects.toThrow(/permission denied|must be owner/)
})

test('an instant is the same instant whatever the machine is set to', async () => {
  const at = new Date('2026-06-09T01:42:00.000Z')
  await database.prisma.seedMark.create({ data: { key: 'instant', value: {}, at } })
  const { rows } = await database.pool.query<{ at: string }>(
    "SELECT at::text FROM seed_mark WHERE key = 'instant'",
  )
  expect(rows[0]?.at).toBe('2026-06-09 01:42:00+00')
  expect((await database.prisma.seedMark.findUniqueOrThrow({ where: { key: 'instant' } })).at).toEqual(at)
})
