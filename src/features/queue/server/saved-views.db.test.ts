import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { House } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { keepVisit } from '#server/visit/keep-visit.ts'
import { dropView, pinView, savedViews, saveView, setDefaultView, ViewInput } from './saved-views.ts'
import { visitCases } from './visit-cases.ts'

let house: House
beforeAll(async () => {
  house = await new House(await testDatabase()).open()
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

const { yopi, lena, supervisor, hanafi, ona, elsewhere, citizen } = WHO
const elsewhereDinas: Actor = { ...supervisor, id: 'abroad', areas: ['81.02'] }
const view = (name: string, more: object = {}) =>
  ViewInput.parse({
    id: randomUUID(),
    name,
    address: '/antrean/kk?tampilan=semua&tanda=lewat',
    shared: false,
    pinned: false,
    ...more,
  })
const names = async (actor: Actor) => (await savedViews(house.shell, actor)).map((one) => one.name)

test('a private view is its owner’s alone; a shared one its office’s, and changed by its owner alone', async () => {
  const [own, shared] = [view('Pulau jauh'), view('Lewat', { shared: true })]
  for (const one of [own, shared]) expect(await saveView(house.shell, yopi, one)).toBe(true)
  expect(await names(yopi)).toEqual(['Lewat', 'Pulau jauh'])
  for (const one of [lena, supervisor]) expect(await names(one)).toEqual(['Lewat'])
  for (const one of [hanafi, citizen, elsewhereDinas]) expect(await names(one)).toEqual([])
  expect(await saveView(house.shell, lena, { ...shared, name: 'Milik Lena' })).toBe(false)
  for (const id of [own.id, shared.id]) expect(await dropView(house.shell, lena, id)).toBe(false)
  expect(await dropView(house.shell, elsewhereDinas, shared.id)).toBe(false)
  expect(await names(lena)).toEqual(['Lewat'])
  // Made private again it is nobody else’s, and no role begins with it any more.
  expect(await setDefaultView(house.shell, supervisor, { id: shared.id, roles: ['OPERATOR'] })).toBe(true)
  expect(await saveView(house.shell, yopi, { ...shared, shared: false })).toBe(true)
  expect(await names(lena)).toEqual([])
  expect((await savedViews(house.shell, yopi)).every((one) => one.defaultFor.length === 0)).toBe(true)
})

test('a negeri’s office is the negeri', async () => {
  await saveView(house.shell, hanafi, view('Kembali dari Dinas', { shared: true }))
  expect(await names(ona)).toEqual(['Kembali dari Dinas'])
  for (const one of [elsewhere, supervisor]) expect(await names(one)).not.toContain('Kembali dari Dinas')
  expect(await saveView(house.shell, citizen, view('x', { shared: true }))).toBe(false)
})

test('everybody pins for themselves, and only what they see', async () => {
  const shared = view('A', { shared: true })
  await saveView(house.shell, yopi, shared)
  await saveView(house.shell, yopi, view('B', { pinned: true }))
  expect((await savedViews(house.shell, yopi))[0]).toMatchObject({ name: 'B', pinned: true })
  expect(await pinView(house.shell, lena, shared.id, true)).toBe(true)
  expect((await savedViews(house.shell, lena)).find((one) => one.name === 'A')?.pinned).toBe(true)
  expect((await savedViews(house.shell, yopi)).find((one) => one.name === 'A')?.pinned).toBe(false)
  expect(await pinView(house.shell, hanafi, shared.id, true)).toBe(false)
})

test('of one list one view begins for one role', async () => {
  const [a, b] = [view('C', { shared: true }), view('D', { shared: true })]
  for (const one of [a, b]) await saveView(house.shell, supervisor, one)
  await setDefaultView(house.shell, supervisor, { id: a.id, roles: ['OPERATOR', 'VERIFIER'] })
  await setDefaultView(house.shell, supervisor, { id: b.id, roles: ['OPERATOR'] })
  const seen = await savedViews(house.shell, lena)
  expect(seen.find((one) => one.id === a.id)?.defaultFor).toEqual(['VERIFIER'])
  expect(seen.find((one) => one.id === b.id)?.defaultFor).toEqual(['OPERATOR'])
  expect(await setDefaultView(house.shell, elsewhereDinas, { id: a.id, roles: ['HEAD'] })).toBe(false)
})

test('a default that is changed by its owner is a default no more; under another name it stays one', async () => {
  const shared = view('E', { shared: true })
  const chosen = async () =>
    (await savedViews(house.shell, lena)).find((one) => one.id === shared.id)?.defaultFor
  await saveView(house.shell, yopi, shared)
  await setDefaultView(house.shell, supervisor, { id: shared.id, roles: ['HEAD'] })
  await saveView(house.shell, yopi, { ...shared, name: 'F', pinned: true })
  expect(await chosen()).toEqual(['HEAD'])
  await saveView(house.shell, yopi, { ...shared, address: '/antrean/kk?tampilan=saya' })
  expect(await chosen()).toEqual([])
  await setDefaultView(house.shell, supervisor, { id: shared.id, roles: ['HEAD'] })
  const moved = { ...yopi, areas: ['81.02'] }
  await saveView(house.shell, moved, { ...shared, address: '/antrean/kk?tampilan=saya' })
  expect((await savedViews(house.shell, moved)).find((one) => one.id === shared.id)?.defaultFor).toEqual([])
})

test('no number of a person, and no address but a list’s', () => {
  for (const wrong of [
    { name: '8101015203900008' },
    { address: '/antrean/kk?cari=8101015203900008' },
    { address: 'https://elsewhere.example/antrean/kk' },
    { address: '/admin/pengguna' },
    { name: ' ' },
  ])
    expect(ViewInput.safeParse({ ...view('x'), ...wrong }).success).toBe(false)
})

test('the cases of a day of jemput bola, as far as one may see them', async () => {
  const id = randomUUID()
  const day = { v: 1, day: '2026-06-09', place: 'Baileo', team: [], families: [], closedAt: null, rev: 0 }
  await keepVisit(house.shell, hanafi, { ...day, id, negeri: SAPARUA } as never)
  const caseId = randomUUID()
  await house.do(hanafi, caseId, {
    type: 'create',
    service: 'KK',
    kind: 'KK_LOST',
    negeri: SAPARUA,
    visit: id,
  })
  await house.draft(hanafi, SAPARUA, 'KK')
  expect(await visitCases(house.shell, hanafi)).toEqual([
    { id, negeri: SAPARUA, day: '2026-06-09', cases: [caseId] },
  ])
  for (const one of [elsewhere, yopi]) expect(await visitCases(house.shell, one)).toEqual([]) // a draft is the negeri's
})
