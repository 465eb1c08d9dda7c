import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import type { Visit } from '#domain/intake/visit/visit.ts'
import { relatedCases } from '#server/case/related-cases.ts'
import { loadCase } from '#server/case/load-case.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { keepVisit, keepVisits } from './keep-visit.ts'
import { seeVisit, visitsFor } from './see-visits.ts'

let db: TestDatabase
let house: House
beforeAll(async () => {
  db = await testDatabase()
  house = await new House(db).open()
})
afterAll(async () => {
  await house.close()
  await db.drop()
})

const aDay = (more: Partial<Visit> = {}): Visit => ({
  v: 1,
  id: randomUUID(),
  negeri: SAPARUA,
  day: '2026-06-09',
  place: 'Baileo',
  team: ['Hanafi'],
  families: [],
  closedAt: null,
  rev: 1,
  ...more,
})
const family = (turn: number, caseIds: readonly string[] = []): Visit['families'][number] => ({
  id: randomUUID(),
  turn,
  name: `Keluarga ${turn}`,
  state: 'waiting',
  cases: caseIds.map((caseId) => ({ caseId, service: 'AKTA_KELAHIRAN', kind: 'BIRTH_REGULAR' })),
  missing: '',
  servedBy: '',
  cameAt: 1,
  rev: 1,
})

test('two phones of a team, in any order and at once: every family is there, and its cases with their numbers', async () => {
  const caseId = await house.submitted()
  const day = aDay()
  const [one, two] = [
    { ...day, families: [family(1, [caseId])] },
    { ...day, families: [family(2)] },
  ]
  await Promise.all([keepVisit(house.shell, WHO.hanafi, one), keepVisit(house.shell, WHO.ona, two)])
  await keepVisit(house.shell, WHO.hanafi, one)
  const seen = await seeVisit(house.shell, WHO.supervisor, day.id, ORIGIN)
  expect(seen?.visit.families.map((line) => line.turn)).toEqual([1, 2])
  expect(seen?.standings[caseId]).toMatchObject({ submitted: true, number: expect.stringMatching(/^AL-/) })
  const { rows } = await db.pool.query<{ sealed: Buffer }>('select sealed from visit where id = $1', [day.id])
  expect(rows[0]?.sealed.includes('Keluarga')).toBe(false)
})

test('a day elsewhere is nobody else’s: not kept, not listed, not opened, also not by another place’s name', async () => {
  const day = aDay()
  expect(await keepVisit(house.shell, WHO.elsewhere, day)).toBeUndefined()
  await keepVisit(house.shell, WHO.hanafi, day)
  const stolen = { ...day, negeri: WHO.elsewhere.areas[0] ?? '' }
  expect(await keepVisit(house.shell, WHO.elsewhere, stolen)).toBeUndefined()
  expect(await seeVisit(house.shell, WHO.elsewhere, day.id, ORIGIN)).toBeUndefined()
  expect((await visitsFor(house.shell, WHO.elsewhere)).map((line) => line.id)).not.toContain(day.id)
  for (const nobody of [WHO.citizen, WHO.regent, WHO.admin])
    expect(await seeVisit(house.shell, nobody, day.id, ORIGIN)).toBeUndefined()
  expect(await keepVisits(house.shell, WHO.hanafi, [day, { v: 1 }, 'x'])).toEqual([day.id])
})

test('a day of more families than it may hold is not kept: what is there stays readable', async () => {
  const day = aDay()
  const crowd = (from: number) => Array.from({ length: 200 }, (_, n) => family(from + n))
  await keepVisit(house.shell, WHO.hanafi, { ...day, families: crowd(1) })
  expect(await keepVisit(house.shell, WHO.ona, { ...day, families: crowd(201) })).toBeUndefined()
  expect((await seeVisit(house.shell, WHO.supervisor, day.id, ORIGIN))?.visit.families.length).toBe(200)
  expect((await visitsFor(house.shell, WHO.hanafi)).map((line) => line.id)).toContain(day.id)
})

test('cases of one sitting know each other, on both sides and no further', async () => {
  const first = await house.draft()
  const second = randomUUID()
  const visit = randomUUID()
  await house.do(WHO.hanafi, second, {
    type: 'create',
    service: 'KK',
    kind: 'KK_CHANGE_EVENT',
    negeri: SAPARUA,
    bundle: first,
    visit,
  })
  const related = async (actor: typeof WHO.hanafi, caseId: string) => {
    const file = await loadCase(house.shell, caseId)
    return file && (await relatedCases(db.pool, actor, file)).map((one) => one.caseId)
  }
  expect(await related(WHO.hanafi, first)).toEqual([second])
  expect(await related(WHO.hanafi, second)).toEqual([first])
  expect(await related(WHO.yopi, first)).toEqual([]) // drafts stay on their side
  expect(await loadCase(house.shell, second)).toMatchObject({ bundle: first, visit })
})
