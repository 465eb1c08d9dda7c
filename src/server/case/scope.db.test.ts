import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { Visible } from '#domain/access/may-see.ts'
import { ROLES } from '#domain/access/role.ts'
import { SERVICES } from '#domain/shared/service-id.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { scopeFilter } from './scope.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

// Few places and few people, so that they meet; and places whose codes begin alike without one lying in the other.
const negeri = fc.constantFrom(
  '81.01.12.2001',
  '81.01.12.2012',
  '81.01.01.2001',
  '81.02.12.2001',
  '82.01.12.2001',
)
const area = fc.constantFrom('81', '81.01', '81.01.12', '81.01.12.2001', '81.01.1', '8', '82', '81.02')
const person = fc.constantFrom('a', 'b')
const item: fc.Arbitrary<Visible> = fc.record({
  service: fc.constantFrom(...SERVICES),
  negeri,
  submitted: fc.boolean(),
  ownerId: person,
})
const actor: fc.Arbitrary<Actor> = fc.record({
  id: person,
  name: fc.constant('Nama'),
  role: fc.constantFrom(...ROLES, 'SYSTEM' as const),
  areas: fc.uniqueArray(area, { maxLength: 3 }),
  services: fc.subarray([...SERVICES]),
})

it('the database shows a case if and only if the person may see it', async () => {
  await fc.assert(
    fc.asyncProperty(actor, fc.array(item, { minLength: 1, maxLength: 20 }), async (who, items) => {
      const scope = scopeFilter(who, 2)
      const { rows } = await db.pool.query<{ n: number }>(
        `select c.n::int as n from jsonb_to_recordset($1::jsonb) as c (n int, service text, negeri text, submitted bool, owner_id text)
         where ${scope.text} order by c.n`,
        [
          JSON.stringify(items.map(({ ownerId, ...rest }, n) => ({ n, owner_id: ownerId, ...rest }))),
          ...scope.values,
        ],
      )
      const seen = items.flatMap((one, n) => (maySee(who, one) ? [n] : []))
      expect(rows.map((row) => row.n)).toEqual(seen)
    }),
    { numRuns: 400 },
  )
})
