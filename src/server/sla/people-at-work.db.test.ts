import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import { ROLES } from '#domain/access/role.ts'
import { BANDA, SAPARUA } from '#domain/case/testing/case-scenario.ts'
import { contains } from '#domain/shared/region-tree.ts'
import { NoticeHouse } from '#server/notice/testing/notice-house.ts'
import { peopleAtWork, peopleFor, staffAt } from './people-at-work.ts'

let house: NoticeHouse
beforeAll(async () => {
  house = await NoticeHouse.begin()
})
afterAll(() => house.end())

const PLACES = ['81', '81.01', '81.01.12', SAPARUA, BANDA, '81.02', '81.01.1']
const idsOf = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id).toSorted()

test('those of a few desks and names are the ones that would be picked from everybody, and nobody else is read', async () => {
  const region = fc.constantFrom(...PLACES)
  const stranger = fc.record({
    role: fc.constantFrom<Role>(...ROLES),
    areas: fc.array(region, { maxLength: 2 }),
    services: fc.constant([]),
  })
  const desk = fc.record({
    role: fc.constantFrom<Role>(...ROLES),
    region: fc.constantFrom(...PLACES.slice(0, 6)),
  })
  const strangers = fc.sample(stranger, { numRuns: 120, seed: 8 })
  await Promise.all(strangers.map((one) => house.account({ id: '', name: 'Orang', ...one })))
  const all = await peopleAtWork(house.shell.pool)
  const named = fc.subarray(idsOf(all).slice(0, 12), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.array(desk, { maxLength: 4 }), named, async (desks, ids) => {
      const found = await peopleFor(house.shell.pool, { ids: [...ids, 'nobody', randomUUID()], desks })
      const picked = all.filter(
        ({ id, role, areas }) =>
          ids.includes(id) ||
          desks.some(
            (one) =>
              one.role === role &&
              areas.some((area) => contains(area, one.region) || contains(one.region, area)),
          ),
      )
      expect(idsOf(found)).toEqual(idsOf(picked))
    }),
    { numRuns: 40 },
  )
  for (const place of [SAPARUA, BANDA])
    expect(idsOf(await staffAt(house.shell.pool, place))).toEqual(
      idsOf(
        all.filter(({ role, areas }) => role !== 'CITIZEN' && areas.some((area) => contains(area, place))),
      ),
    )
})
