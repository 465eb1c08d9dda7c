import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '#server/db/test-database.ts'
import { refuseForeignKeys } from './refuse-foreign-keys.ts'
import { createSealer } from './sealer.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

const key = () => randomBytes(32).toString('base64url')
const start = (keys: Parameters<typeof createSealer>[0]) =>
  refuseForeignKeys({ prisma: db.prisma, sealer: createSealer(keys), clock: () => 0 })

test('the database knows its keys: the same and newer ones are taken, foreign and lost ones refused', async () => {
  const own = { sealing: [{ id: 1, key: key() }], blindIndex: key() }
  await Promise.all([start(own), start(own)])
  await start({ ...own, sealing: [{ id: 2, key: key() }, ...own.sealing] })
  const foreign = [
    { ...own, sealing: [{ id: 1, key: key() }] },
    { ...own, sealing: [{ id: 2, key: key() }] },
    { ...own, blindIndex: key() },
  ]
  for (const keys of foreign)
    await expect(start(keys)).rejects.toThrow(/not the ones this database was sealed with/)
  await start(own)
})
