import { afterAll, beforeAll, expect, test } from 'vitest'
import { SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { House } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'
import type { Context } from '#server/trpc/trpc.ts'
import { createCallerFactory } from '#server/trpc/trpc.ts'
import { boardRouter } from './board-router.ts'
import { lastWorkingDays } from './last-working-days.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)
let house: House
beforeAll(async () => {
  house = await new House(await testDatabase()).open()
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

const asked = (role: 'SUPERVISOR' | 'HEAD', areas: readonly string[]) => {
  const person = { ...WHO.supervisor, role, areas, username: 'x', locale: 'id', enrolled: true, demo: false }
  const session = { sessionId: 'f'.repeat(64), expiresAt: Infinity, secondFactor: true, held: null, person }
  return createCallerFactory(boardRouter)({
    shell: house.shell,
    session,
    actor: person,
    origin: { address: '10.0.0.1', device: 'test' },
    locale: 'id',
  } as unknown as Context)
}

test('the flow counts what was filed per working day of WIT, within the area and nowhere else', async () => {
  await house.submitted()
  await house.submitted()
  house.now = wit('2026-06-09T23:00')
  const { flow } = await asked('SUPERVISOR', ['81.01']).around()
  expect(flow.at(-1)).toEqual({ on: '2026-06-09', filed: 2, issued: 0 })
  expect(flow.map(({ on }) => on)).toEqual([
    '2026-05-26',
    '2026-05-29',
    '2026-06-02',
    '2026-06-03',
    '2026-06-04',
    '2026-06-05',
    '2026-06-08',
    '2026-06-09',
  ])
  const elsewhere = await asked('HEAD', ['81.02']).around()
  expect(elsewhere.flow.every(({ filed }) => filed === 0)).toBe(true)
})

test('a negeri is silent after more than two of its own working days, and its returned cases are counted', async () => {
  const clockwork = await clockworkInForce(house.shell.pool)
  await house.db.pool.query(
    `with p as (insert into person (id, username, name, password_hash, role, areas, services) values (gen_random_uuid(), 'sap', 'Petugas', '', 'NEGERI_OFFICER', $1, '{}') returning id)
     insert into session (id, person_id, last_seen_at, expires_at) select 's1', id, $2, $2 from p`,
    [[SAPARUA], new Date(wit('2026-06-05T15:00'))],
  )
  house.now = wit('2026-06-09T12:00')
  expect((await asked('SUPERVISOR', ['81.01']).around()).silent).toEqual([])
  house.now = wit('2026-06-10T17:00')
  expect((await asked('SUPERVISOR', ['81.01']).around()).silent).toEqual([
    { negeri: SAPARUA, days: 3, returned: 0 },
  ])
  expect((await asked('SUPERVISOR', ['81.02']).around()).silent).toEqual([])
  expect(lastWorkingDays(clockwork, ['81.01'], wit('2026-06-07T12:00'), 1)).toEqual(['2026-06-05'])
})
