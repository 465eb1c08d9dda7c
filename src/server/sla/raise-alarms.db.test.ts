import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { HOUR_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import type { DigestContent } from '#domain/sla/digest-content.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { stopBoss } from '#server/jobs/boss.ts'
import { changeRules } from './change-rules.ts'
import { raiseAlarms } from './raise-alarms.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)
const OPEN = wit('2026-06-09T10:00')
let house: House
let people: { readonly [name: string]: string }

beforeEach(async () => {
  house = await new House(await testDatabase()).open()
  people = Object.fromEntries(
    await Promise.all(
      (['ona', 'supervisor', 'head', 'regent'] as const).map(
        async (name) => [name, await account(WHO[name])] as const,
      ),
    ),
  )
  await house.submitted()
  house.now = OPEN
})
afterEach(async () => {
  await stopBoss(house.shell.pool)
  await house.close()
  await house.db.drop()
})

async function account(actor: Actor): Promise<string> {
  const id = randomUUID()
  await house.db.pool.query(
    'insert into person (id, username, name, password_hash, role, areas, services) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, `p-${id}`, actor.name, '', actor.role, actor.areas, actor.services],
  )
  return id
}
const rowsOf = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await house.db.pool.query(sql, values)).rows as T[]
const standing = async () =>
  (await rowsOf<{ kind: string }>('select kind from system_alarm where ended_at is null order by kind')).map(
    ({ kind }) => kind,
  )
const told = async (name: string) =>
  (
    await rowsOf<{ content: DigestContent }>('select content from digest where person_id = $1', [
      people[name],
    ])
  ).flatMap(({ content }) => (content.alarm ? [content.alarm.kind] : []))
const look = (at = house.now) => raiseAlarms(house.shell, at)

test('a calm house: nothing is raised', async () => {
  expect(await look()).toBe(0)
  expect(await standing()).toEqual([])
})

test('nobody to sign: raised once, told to the supervisor and to no officer, over when there is a signer again', async () => {
  await rowsOf("update person set disabled_at = now() where role = 'HEAD'")
  // Four looks at once, as four instances would.
  const raised = await Promise.all([look(), look(), look(), look()])
  expect(raised.reduce((sum, n) => sum + n, 0)).toBe(1)
  expect(await look(OPEN + HOUR_MS)).toBe(0)
  expect(await standing()).toEqual(['NO_SIGNER'])
  expect(await told('supervisor')).toEqual(['NO_SIGNER'])
  expect(await told('ona')).toEqual([])
  await rowsOf("update person set disabled_at = null where role = 'HEAD'")
  await look(OPEN + HOUR_MS)
  expect(await standing()).toEqual([])
  // Another time is another alarm.
  await rowsOf("update person set disabled_at = now() where role = 'HEAD'")
  expect(await look(wit('2026-06-09T14:00'))).toBe(1)
  expect(await told('supervisor')).toEqual(['NO_SIGNER', 'NO_SIGNER'])
})

test('SIAK away for more than two hours: not at two, but after; supervisor and head are told once', async () => {
  await changeRules(house.shell, { actor: WHO.supervisor, origin: ORIGIN }, async (db, at) => {
    await db.query(
      "insert into outage (id, version, kind, reach, began_at, reason, by_id, by_name, at) values ($1, 1, 'SIAK', '81.01', $2, 'Pusat', 'x', 'x', $3)",
      [randomUUID(), new Date(OPEN), new Date(at)],
    )
    return { kind: 'outage', action: 'outage.declare', subject: 'outage:x', detail: {} }
  })
  expect(await look(OPEN + 2 * HOUR_MS)).toBe(0)
  expect(await look(OPEN + 2 * HOUR_MS + MINUTE_MS)).toBe(0) // noon: the Dinas is at its break
  expect(await look(wit('2026-06-09T13:00'))).toBe(1)
  expect(await look(wit('2026-06-09T13:05'))).toBe(0)
  expect([await told('supervisor'), await told('head'), await told('regent')]).toEqual([
    ['SIAK_LONG'],
    ['SIAK_LONG'],
    [],
  ])
})

test('a queue with more than a tenth past its promise: how many is kept up to date, and nobody is told at night', async () => {
  const [first] = await rowsOf<{ case_id: string }>('select case_id from case_clock')
  for (let n = 0; n < 19; n += 1) {
    await rowsOf(
      `insert into case_clock (case_id, queue_id, open, history, rules_version, promise_due_at)
       select gen_random_uuid(), queue_id, true, history, rules_version, $2 from case_clock where case_id = $1`,
      [first?.case_id, new Date(n < 2 ? OPEN - HOUR_MS : OPEN + 48 * HOUR_MS)],
    )
  }
  expect(await look()).toBe(0) // two of twenty
  await rowsOf('update case_clock set promise_due_at = $1 where case_id = $2', [
    new Date(OPEN - MINUTE_MS),
    first?.case_id,
  ])
  expect(await look(wit('2026-06-09T22:00'))).toBe(0)
  expect(await look()).toBe(1)
  const alarm = () => rowsOf('select kind, service, late, open from system_alarm where ended_at is null')
  expect(await alarm()).toEqual([{ kind: 'QUEUE_LATE', service: 'AKTA_KELAHIRAN', late: 3, open: 20 }])
  await rowsOf('update case_clock set promise_due_at = $1', [new Date(OPEN - MINUTE_MS)])
  expect(await look()).toBe(0)
  expect(await alarm()).toMatchObject([{ late: 20 }])
  expect(await told('supervisor')).toEqual(['QUEUE_LATE'])
})
