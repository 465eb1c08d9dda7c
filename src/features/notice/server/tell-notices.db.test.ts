import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { Role } from '#domain/access/role.ts'
import { ROLES } from '#domain/access/role.ts'
import { visibleOf } from '#domain/case/visible.ts'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { DAY_MS } from '#domain/shared/milliseconds.ts'
import { readCentre } from './read-centre.ts'
import { loadCase } from '#server/case/load-case.ts'
import { markRead } from '#server/notice/mark-read.ts'
import { SEEN_BY_PERSON } from '#server/notice/seen-by.ts'
import { tellNotices } from '#server/notice/tell-notices.ts'
import { NoticeHouse } from '#server/notice/testing/notice-house.ts'
import { unreadOf } from '#server/notice/unread.ts'
import { countWatchers, follow } from '#server/notice/watchers.ts'

let house: NoticeHouse
let hanafi: Actor
let ona: Actor
let yopi: Actor
let supervisor: Actor

beforeAll(async () => {
  house = await NoticeHouse.begin()
  hanafi = await house.account(WHO.hanafi)
  ona = await house.account(WHO.ona)
  yopi = await house.account(WHO.yopi)
  supervisor = await house.account(WHO.supervisor)
})
afterAll(() => house.end())

const remark = (by: Actor, caseId: string, mentions: readonly string[] = []) =>
  house.do(by, caseId, {
    type: 'writeNote',
    noteId: randomUUID(),
    text: '@seseorang, lihat ini',
    visibility: 'internal',
    mentions: [...mentions],
  })
const toldOf = (person: Actor, caseId: string) =>
  house.rows<{ kind: string; topic: string; place: string | null; by_name: string }>(
    'select kind, topic, place, by_name from notice where person_id = $1 and case_id = $2 order by at, key',
    [person.id, caseId],
  )
const unread = async (person: Actor) => (await unreadOf(house.shell.pool, [person.id])).get(person.id) ?? 0
const listOf = (person: Actor, only: 'unread' | null = null) =>
  readCentre(house.shell, person, { only, before: null })

async function forget(): Promise<void> {
  await tellNotices(house.shell)
  await house.db.pool.query('delete from notice')
}

test('who is called by name is told once, by however many instances, and where to look', async () => {
  const caseId = await house.submitted(hanafi)
  await forget()
  await remark(hanafi, caseId, [yopi.id, 'office:dinas', hanafi.id])
  const others = await Promise.all([house.another(), house.another()])
  await Promise.all([house, ...others].map((one) => tellNotices(one.shell)))
  await tellNotices(house.shell)
  expect(await toldOf(yopi, caseId)).toEqual([
    { kind: 'NoteWritten', topic: 'talk', place: expect.stringMatching(/^remark\//), by_name: hanafi.name },
  ])
  expect(await toldOf(hanafi, caseId)).toEqual([]) // nobody is told what they did themselves
  expect(await toldOf(ona, caseId)).toEqual([])
})

test('an applicant reads a remark that is for them, and is called into no work of the desks', async () => {
  const citizen = await house.account(WHO.citizen)
  const caseId = await house.draft(citizen)
  await house.addPapers(caseId, citizen)
  await house.do(citizen, caseId, { type: 'submit' })
  await forget()
  const call = { type: 'writeNote', noteId: randomUUID(), text: 'x', visibility: 'internal' } as const
  expect(await house.refusal(ona, caseId, { ...call, mentions: [citizen.id] })).toEqual({
    why: 'unknown-person',
  })
  const noteId = randomUUID()
  await house.do(ona, caseId, { type: 'writeNote', noteId, text: 'Bawa KTP', visibility: 'shared' })
  await tellNotices(house.shell)
  expect(await toldOf(citizen, caseId)).toHaveLength(1)
  expect(
    (await listOf(citizen)).entries.flatMap((one) => (one.is === 'case' ? one.lines : [])),
  ).toMatchObject([{ place: `remark/${noteId}`, by: null }])
})

test('twelve hundred effects are as many notices, also when three instances look at once and a mark is lost', async () => {
  const caseId = await house.submitted(hanafi)
  await forget()
  await house.db.pool.query(
    `insert into effect (key, kind, case_id, payload, at)
     select 'notice/' || $1 || '/' || n || '/2/x', 'notice', $1::uuid,
       '{"kind":"ReturnedToNegeri","number":null,"to":{"role":"NEGERI_OFFICER","region":"81.01.12.2001"}}', $2
     from generate_series(100, 1299) n`,
    [caseId, new Date(house.now)],
  )
  const instances = [house, await house.another(), await house.another()]
  const told = await Promise.all(instances.map((one) => tellNotices(one.shell)))
  const all = 1_200 * 2 // hanafi and ona
  expect(told.reduce((sum, one) => sum + one, 0)).toBe(1_200)
  expect(await house.rows('select 1 from notice')).toHaveLength(all)
  await house.db.pool.query("update effect set done_at = null where key like '%0/2/x'")
  expect(await tellNotices(house.shell)).toBe(120)
  expect(await house.rows('select 1 from notice')).toHaveLength(all)
})

test('one case is one entry, however often it was told; the number is that of the unread entries', async () => {
  await forget()
  const [first, second] = [await house.submitted(hanafi), await house.submitted(hanafi)]
  await forget()
  for (const caseId of [first, first, first, second]) await remark(ona, caseId, [hanafi.id])
  await tellNotices(house.shell)
  const list = await listOf(hanafi)
  expect(list.entries.map(({ id, unread: fresh }) => [id, fresh])).toEqual([
    [second, true],
    [first, true],
  ])
  expect(list.unread).toBe(2)
  expect(await unread(hanafi)).toBe(2)
  await markRead(
    house.shell.pool,
    hanafi.id,
    { cases: [first], digests: [], all: false, until: house.now, read: true },
    house.now,
  )
  expect((await listOf(hanafi, 'unread')).entries.map(({ id }) => id)).toEqual([second])
  expect(await unread(hanafi)).toBe(1)
  // What came after the list was read is not marked with it.
  const until = house.now
  house.now += 1_000
  await remark(ona, second, [hanafi.id])
  await tellNotices(house.shell)
  await markRead(
    house.shell.pool,
    hanafi.id,
    { cases: [], digests: [], all: true, until, read: true },
    house.now,
  )
  expect(await unread(hanafi)).toBe(1)
  await markRead(
    house.shell.pool,
    hanafi.id,
    { cases: [], digests: [], all: true, until: house.now, read: true },
    house.now,
  )
  expect(await unread(hanafi)).toBe(0)
  await markRead(
    house.shell.pool,
    hanafi.id,
    { cases: [first], digests: [], all: false, until: 0, read: false },
    house.now,
  )
  expect((await listOf(hanafi, 'unread')).entries.map(({ id }) => id)).toEqual([first])
})

test('fifty cases that were acted on at one moment are all in the list, page by page, each once', async () => {
  await house.db.pool.query('delete from notice')
  const caseId = await house.submitted(hanafi)
  const { rows } = await house.db.pool.query<{ id: string }>(
    `with made as (
       insert into case_file select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', null, 'queue_seq', 100000 + n))).*
       from case_file c, generate_series(1, 50) n where c.id = $1 returning id
     ), told as (
       insert into digest (id, person_id, content, at) select gen_random_uuid(), $2,
         '{"total":0,"counts":[],"items":[],"places":[]}', $3 from generate_series(1, 45) returning id
     ), noted as (
       insert into notice (key, case_id, person_id, kind, at, topic)
         select 'same/' || id, id, $2, 'Held', $3, 'course' from made
     )
     select id from made union all select id from told`,
    [caseId, hanafi.id, new Date(house.now)],
  )
  const listed: string[] = []
  let page = await listOf(hanafi)
  for (let pages = 1; ; pages += 1) {
    listed.push(...page.entries.map(({ id }) => id))
    if (page.next === null || pages > 5) break
    page = await readCentre(house.shell, hanafi, { only: null, before: page.next })
  }
  expect(listed.toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  expect(page.unread).toBe(95)
  await house.db.pool.query('delete from notice; delete from digest')
})

test('of a digest only what is still theirs shows: places, numbers and alarms as much as cases', async () => {
  const head = await house.account(WHO.supervisor)
  const [here, there] = [SAPARUA, BANDA]
  const place = (negeri: string, n: number) => ({ negeri, stage: 'RECEIVED', n })
  const alarm = (at: string) => ({ kind: 'NO_SIGNER', place: at, service: null, since: 1, late: 0, open: 0 })
  const empty = { total: 0, counts: [], items: [], places: [] }
  for (const content of [
    {
      ...empty,
      total: 5,
      counts: [{ clock: 'law', level: 3, n: 5 }],
      places: [place(there, 3), place(here, 2)],
    },
    { ...empty, alarm: alarm('81.02') },
    { ...empty, alarm: alarm('81.01') },
  ])
    await house.db.pool.query('insert into digest (id, person_id, content, at) values ($1, $2, $3, $4)', [
      randomUUID(),
      head.id,
      content,
      new Date(house.now),
    ])
  const contents = async () =>
    (await listOf(head)).entries.flatMap((one) => (one.is === 'digest' ? [one.content] : []))
  expect((await contents()).map(({ total }) => total).toSorted()).toEqual([0, 5])
  expect((await listOf(head)).unread).toBe(2)
  await house.db.pool.query('update person set areas = $2 where id = $1', [head.id, [here]])
  expect(await contents()).toEqual([{ ...empty, total: 2, places: [place(here, 2)] }])
  expect((await listOf(head)).unread).toBe(1)
})

test('who follows a case hears of it until the right ends; others see only how many there are', async () => {
  const caseId = await house.forwarded()
  await forget()
  const { pool, sealer } = house.shell
  const at = new Date(house.now)
  for (const { id: personId } of [ona, yopi]) await follow(pool, sealer, { caseId, personId, on: true, at })
  await follow(pool, sealer, { caseId, personId: yopi.id, on: true, at })
  expect(await countWatchers(pool, sealer, caseId, supervisor.id)).toEqual({ n: 2, mine: false })
  expect(await countWatchers(pool, sealer, caseId, ona.id)).toEqual({ n: 2, mine: true })
  const { rows: sealed } = await pool.query<{ token: string; sealed: Buffer }>(
    'select token, sealed from watcher',
  )
  for (const row of sealed) expect(`${row.token}${row.sealed.toString('latin1')}`).not.toContain(yopi.id)
  await remark(supervisor, caseId)
  await tellNotices(house.shell)
  expect((await toldOf(yopi, caseId)).map(({ topic }) => topic)).toEqual(['watch'])
  expect(await toldOf(ona, caseId)).toHaveLength(1)
  await pool.query('update person set areas = $2 where id = $1', [yopi.id, ['81.05']])
  expect(await unread(yopi)).toBe(0) // what was told before is no longer theirs to read either
  expect((await listOf({ ...yopi, areas: ['81.05'] })).entries).toEqual([])
  await remark(supervisor, caseId)
  await tellNotices(house.shell)
  expect(await toldOf(yopi, caseId)).toHaveLength(1)
  expect(await countWatchers(pool, sealer, caseId, ona.id)).toEqual({ n: 1, mine: true })
  await pool.query('update person set areas = $2 where id = $1', [yopi.id, yopi.areas])
  expect((await countWatchers(pool, sealer, caseId, yopi.id)).mine).toBe(false) // and it does not come back by itself
})

test('what nobody follows writes nothing, and what is days old wakes nobody', async () => {
  const caseId = await house.submitted(hanafi)
  expect(await house.rows("select 1 from effect where kind = 'watch' and case_id = $1", [caseId])).toEqual([])
  await forget()
  await remark(ona, caseId, [hanafi.id])
  house.now += 4 * DAY_MS
  await tellNotices(house.shell)
  expect(await toldOf(hanafi, caseId)).toHaveLength(1)
  expect(await unread(hanafi)).toBe(0)
})

test('nobody is told of what they may not open, nor counts it, nor finds it in the list', async () => {
  const cases = [
    await house.submitted(hanafi),
    await house.draft(hanafi),
    await house.submitted(await house.account(WHO.elsewhere), BANDA),
    await house.draft(WHO.hanafi, SAPARUA, 'KK'),
  ]
  const files = await Promise.all(cases.map(async (id) => (await loadCase(house.shell, id))!))
  const region = fc.constantFrom('81', '81.01', '81.01.12', SAPARUA, BANDA, '81.02', '81.01.1')
  const stranger = fc.record({
    role: fc.constantFrom<Role>(...ROLES),
    areas: fc.array(region, { maxLength: 2 }),
    services: fc.subarray(['KK', 'AKTA_KELAHIRAN', 'SKPWNI'] as const, { maxLength: 2 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(stranger, { minLength: 6, maxLength: 12 }), async (strangers) => {
      const people = await Promise.all(
        strangers.map((one) => house.account({ id: '', name: 'Orang', ...one })),
      )
      for (const caseId of cases)
        for (const { id } of people)
          await house.db.pool.query(
            `insert into effect (key, kind, case_id, payload, at) values ($1, 'notice', $2, $3, $4)`,
            [
              `notice/${caseId}/9/2/${id}`,
              caseId,
              JSON.stringify({
                kind: 'Held',
                number: null,
                to: { personId: id },
                topic: 'course',
                place: null,
              }),
              new Date(house.now),
            ],
          )
      await tellNotices(house.shell)
      for (const person of people) {
        const mine = files.filter((file) => maySee(person, visibleOf(file))).map(({ id }) => id)
        const told = await house.rows<{ case_id: string }>(
          'select case_id from notice where person_id = $1',
          [person.id],
        )
        // No account of an administrator, and none without an area, sees a case.
        expect(told.map(({ case_id: id }) => id).sort()).toEqual([...mine].sort())
        const inSql = await house.rows<{ id: string }>(
          `select c.id from person p join case_file c on c.id = any($2::uuid[]) where p.id::text = $1 and ${SEEN_BY_PERSON}`,
          [person.id, cases],
        )
        expect(inSql.map(({ id }) => id).sort()).toEqual([...mine].sort())
        const list = await listOf(person)
        expect(list.entries.map(({ id }) => id).sort()).toEqual([...mine].sort())
        expect(list.unread).toBe(mine.length)
      }
      await house.db.pool.query('delete from notice; delete from effect')
    }),
    { numRuns: 8 },
  )
})
