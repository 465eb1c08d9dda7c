import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { DAY_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import { houseFacts } from '#server/case/house-facts.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { stopBoss } from '#server/jobs/boss.ts'
import { recount } from '#server/sla/recount.ts'
import { settingsInForce } from '#server/sla/settings-in-force.ts'
import { readSettings } from './read-settings.ts'
import { setSetting, withdrawSetting } from './setting-acts.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)
let house: House
beforeEach(async () => {
  house = await new House(await testDatabase()).open()
})
afterEach(async () => {
  await stopBoss(house.shell.pool)
  await house.close()
  await house.db.drop()
})

const as = (actor: Actor = WHO.admin) => ({ shell: house.shell, actor, origin: ORIGIN })
type Input = Parameters<typeof setSetting>[1]
const set = async (key: Input['key'], value: Input['value'], from: string | null = null, actor?: Actor) => {
  const answer = await setSetting(as(actor), { key, value, from })
  return answer.ok ? 'done' : answer.refusal.why
}
const leaseNow = async () => (await houseFacts(house.shell.pool, house.now)).settings.leaseMinutes
const viewOf = async (key: string) =>
  (await readSettings(house.shell.pool, house.now)).find((one) => one.key === key)
const rowsOf = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await house.db.pool.query(sql, values)).rows as T[]

test('a value from now on holds, the one before is history, and both are on record by name', async () => {
  expect(await viewOf('leaseMinutes')).toMatchObject({ value: 15, since: null })
  expect(await set('leaseMinutes', 20)).toBe('done')
  house.now += 6_000
  expect(await leaseNow()).toBe(20)
  house.now += MINUTE_MS
  expect(await set('leaseMinutes', 30)).toBe('done')
  expect(await viewOf('leaseMinutes')).toMatchObject({
    value: 30,
    earlier: [{ value: 20, byName: WHO.admin.id }],
  })
  const acts = await rowsOf<{ person_id: string; detail: object }>(
    "select person_id, detail from audit_entry where action = 'setting.set' order by index",
  )
  expect(acts).toMatchObject([
    { person_id: WHO.admin.id, detail: { key: 'leaseMinutes', from: 15, to: 20 } },
    { detail: { from: 20, to: 30 } },
  ])
})

test('a value from a day to come holds from that midnight in WIT, and may be taken back before', async () => {
  expect(await set('leaseMinutes', 45, '2026-06-11')).toBe('done')
  expect(await set('leaseMinutes', 60, '2026-06-11')).toBe('day-taken')
  house.now = wit('2026-06-10T23:59')
  expect(await leaseNow()).toBe(15)
  house.now = wit('2026-06-11T00:00')
  expect(await leaseNow()).toBe(45)
  const validFrom = wit('2026-06-11T00:00')
  expect(await withdrawSetting(as(), { key: 'leaseMinutes', validFrom })).toMatchObject({
    refusal: { why: 'gone' },
  })
  expect(await set('leaseMinutes', 90, '2026-06-20')).toBe('done')
  expect(await withdrawSetting(as(), { key: 'leaseMinutes', validFrom: wit('2026-06-20T00:00') })).toEqual({
    ok: true,
  })
  house.now = wit('2026-06-21T00:00')
  expect(await leaseNow()).toBe(45)
})

test('what is out of bounds, past, as it is, or another kabupaten’s too, is refused in words and leaves no trace', async () => {
  expect(await set('leaseMinutes', 4)).toBe('out-of-bounds')
  expect(await set('negeriReviewEnabled', 1)).toBe('out-of-bounds')
  expect(await set('leaseMinutes', 20, '2026-06-09')).toBe('in-the-past')
  expect(await set('leaseMinutes', 15)).toBe('nothing-changes')
  await rowsOf("insert into region (code, name, level) values ('81.02.01.2001', 'Jauh', 'negeri_desa')")
  expect(await set('leaseMinutes', 20)).toBe('others-too')
  expect(await rowsOf('select 1 from setting')).toEqual([])
  expect(await rowsOf("select 1 from audit_entry where action like 'setting.%'")).toEqual([])
})

test('one by which the house acts moves what is ahead of open cases, once, also when it comes into force later', async () => {
  const caseId = await house.submitted()
  await house.do(WHO.ona, caseId, { type: 'claim' })
  const fault = { code: 'DOC_UNREADABLE', instruction: 'Foto ulang akta nikah.' } as const
  await house.do(WHO.ona, caseId, { type: 'returnToApplicant', faults: [fault] })
  house.now = wit('2026-06-10T09:00')
  expect(await set('negeriReviewEnabled', false, '2026-06-12')).toBe('done')
  expect(await settingsInForce(house.shell.pool, house.now + MINUTE_MS)).toBe(0)
  house.now = wit('2026-06-12T00:01')
  const other = await house.submitted(WHO.hanafi, SAPARUA)
  const both = await Promise.all([1, 2].map(() => settingsInForce(house.shell.pool, house.now)))
  expect(both.reduce((sum, n) => sum + n, 0)).toBe(1)
  expect((await recount(house.shell)).looked).toBe(2)
  const [row] = await rowsOf<{ step_at: Date }>('select step_at from case_clock where case_id = $1', [other])
  expect(row?.step_at.getTime()).toBe(wit('2026-06-12T07:30'))
  expect(await rowsOf('select kind, by_id from time_change')).toEqual([
    { kind: 'setting', by_id: WHO.admin.id },
  ])
  expect(await settingsInForce(house.shell.pool, house.now + DAY_MS)).toBe(0)
})
