import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import type { DigestContent } from '#domain/sla/digest-content.ts'
import { kindOfCase, situationOf } from '#domain/case/form.ts'
import { dueOutputs } from '#domain/service/check-form.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import { loadCase } from '#server/case/load-case.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { stopBoss } from '#server/jobs/boss.ts'
import { changeRules } from './change-rules.ts'
import { climb } from './climb.ts'
import { fillClocks } from './fill-clocks.ts'
import { recount } from './recount.ts'
import { sendDigest } from './send-digest.ts'
import { askAgain } from './still-waiting.ts'
import { takeSteps } from './take-steps.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)
let house: House
let instances: House[]
let people: { readonly [name: string]: string }

beforeEach(async () => {
  const db = await testDatabase()
  house = await new House(db).open()
  instances = [house]
  people = Object.fromEntries(
    await Promise.all(
      (['hanafi', 'ona', 'elsewhere', 'yopi', 'supervisor', 'head', 'regent'] as const).map(
        async (name) => [name, await account(WHO[name])] as const,
      ),
    ),
  )
})
afterEach(async () => {
  for (const one of instances) {
    await stopBoss(one.shell.pool)
    await one.close()
  }
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

async function another(): Promise<House> {
  const one = await new House(house.db, { connections: 6 }).open()
  one.now = house.now
  instances.push(one)
  return one
}

const rowsOf = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await house.db.pool.query(sql, values)).rows as T[]
const rungsOf = async (caseId: string) =>
  (
    await rowsOf<{ level: number }>(
      "select level from escalation where case_id = $1 and clock <> 'reminder' order by at, level",
      [caseId],
    )
  ).map(({ level }) => level)
const linesOf = async (personId: string) =>
  (
    await rowsOf<{ level: number }>('select level from digest_line where person_id = $1 order by level', [
      personId,
    ])
  ).map(({ level }) => level)

describe('the ladder', () => {
  test('E0, E1, E2 of one submission: each once, at its time, to whom the ladder names', async () => {
    const caseId = await house.submitted() // 9 June, about 10.00; 7.5 h at the negeri
    const at = async (moment: string) => {
      house.now = wit(moment)
      await climb(house.shell, house.now)
      return rungsOf(caseId)
    }
    expect(await at('2026-06-09T14:00')).toEqual([])
    expect(await at('2026-06-09T15:00')).toEqual([0])
    expect(await at('2026-06-10T08:55')).toEqual([0, 1])
    expect(await at('2026-06-10T10:30')).toEqual([0, 1, 2])
    expect(await at('2026-06-10T10:30')).toEqual([0, 1, 2])
    expect(await linesOf(people['hanafi'] ?? '')).toEqual([1, 2])
    expect(await linesOf(people['supervisor'] ?? '')).toEqual([2])
    expect(await linesOf(people['elsewhere'] ?? '')).toEqual([])
    const [row] = await rowsOf<{ escalation: number }>('select escalation from case_file where id = $1', [
      caseId,
    ])
    expect(row?.escalation).toBe(3)
  })

  test('looked at by four at once and twice the same, each rung is written once and each mark made once', async () => {
    const ids: string[] = []
    for (let n = 0; n < 30; n += 1) ids.push(await house.submitted())
    house.now = wit('2026-06-10T15:00')
    const others = await Promise.all([another(), another(), another()])
    await Promise.all([house, ...others, ...others].map((one) => climb(one.shell, house.now)))
    const rungs = await rowsOf<{ n: number; most: number }>(
      "select count(*)::int as n, (select max(c)::int from (select count(*) c from case_event where type = 'Escalated' group by case_id, version) x) as most from escalation",
    )
    expect(rungs[0]).toEqual({ n: ids.length * 3, most: 1 })
    const [events] = await rowsOf<{ n: number }>(
      "select count(*)::int as n from case_event where type = 'Escalated'",
    )
    expect(events?.n).toBe(ids.length)
    expect((await linesOf(people['hanafi'] ?? '')).length).toBe(ids.length * 2)
  })

  test('no notice outside the hours of the office that owns the stage (22)', async () => {
    const caseId = await house.submitted()
    house.now = wit('2026-06-10T22:00')
    await climb(house.shell, house.now)
    expect(await rungsOf(caseId)).toEqual([])
    house.now = wit('2026-06-13T10:00') // Saturday
    await climb(house.shell, house.now)
    expect(await rungsOf(caseId)).toEqual([])
    house.now = wit('2026-06-15T07:30') // and meanwhile, on Friday, the whole promise
    await climb(house.shell, house.now)
    expect(await rungsOf(caseId)).toEqual([0, 1, 2, 3])
  })

  test('a return takes no rung back and climbs none on its return: what was left is left (23)', async () => {
    const caseId = await house.submitted()
    await house.do(WHO.ona, caseId, { type: 'claim' })
    house.now = wit('2026-06-09T11:00')
    const fault = { code: 'DOC_UNREADABLE', instruction: 'Foto ulang akta nikah.' } as const
    await house.do(WHO.ona, caseId, { type: 'returnToApplicant', faults: [fault] })
    house.now = wit('2026-06-17T11:00')
    await house.do(WHO.hanafi, caseId, {
      type: 'resubmit',
      answers: [{ fault: 0, answer: 'Sudah difoto ulang.' }],
    })
    await climb(house.shell, house.now)
    expect(await rungsOf(caseId)).toEqual([])
    house.now = wit('2026-06-18T09:30') // 6.5 h were left: 80 % of 7.5 h come at 09.3x of the next day
    await climb(house.shell, house.now)
    expect((await rungsOf(caseId)).filter((rung) => rung > 1)).toEqual([])
  })

  test('five hundred at once are one digest per person (27)', async () => {
    const caseId = await house.submitted()
    await fiftyFold(caseId, 500)
    house.now = wit('2026-06-10T10:30')
    await Promise.all([climb(house.shell, house.now), climb((await another()).shell, house.now)])
    const jobs = await rowsOf<{ singleton_key: string }>(
      "select singleton_key from pgboss.job where name = 'digest' order by 1",
    )
    const keys = jobs.map((job) => job.singleton_key)
    expect(new Set(keys).size).toBe(keys.length)
    for (let twice = 0; twice < 2; twice += 1) {
      await sendDigest(
        house.shell,
        randomUUID(),
        { personId: people['supervisor'] ?? '', pace: 'soon' },
        house.now,
      )
    }
    const digests = await rowsOf<{ content: { total: number } }>(
      'select content from digest where person_id = $1',
      [people['supervisor']],
    )
    expect(digests.map(({ content }) => content.total)).toEqual([501])
  })
})

/** A birth in time from its forwarding to the document, by the people of the story. */
async function issue(caseId: string): Promise<void> {
  const checkAll = async (by: Actor) => {
    for (const { ruleId } of (await loadCase(house.shell, caseId))?.checklist ?? [])
      await house.do(by, caseId, { type: 'checkItem', ruleId, result: 'ok' })
  }
  await house.do(WHO.yopi, caseId, { type: 'claim' })
  await checkAll(WHO.yopi)
  await house.do(WHO.yopi, caseId, { type: 'accept', nikConfirmed: true, duplicatesCleared: true })
  await house.do(WHO.yopi, caseId, { type: 'proposeDraft', reference: 'SIAK-1', note: 'Lembar data sesuai' })
  await house.do(WHO.verifier, caseId, { type: 'claim' })
  await house.do(WHO.verifier, caseId, { type: 'approve' })
  await house.do(WHO.lena, caseId, { type: 'claim' })
  const file = await loadCase(house.shell, caseId)
  if (!file) throw new Error('no such case')
  const documents = dueOutputs(kindOfCase(file), situationOf(file, house.now)).map(({ id }, n) => ({
    outputId: id,
    documentNumber: `8101-LT-${n + 1}`,
    issuedOn: localDateInWit(house.now),
    signer: 'Kepala Dinas',
    officialLink: 'https://dukcapil.example/d/1',
  }))
  await house.do(WHO.lena, caseId, { type: 'recordSigned', documents })
}

test('a correction is a round of its own: its promise begins anew and it climbs to E3 by itself, once', async () => {
  const caseId = await house.forwarded()
  house.now = wit('2026-06-15T08:00') // past its promise: the first round is climbed
  await climb(house.shell, house.now)
  expect(await rungsOf(caseId)).toContain(3)
  await issue(caseId)
  expect(
    (await rowsOf<{ stage: string }>('select stage from case_file where id = $1', [caseId]))[0]?.stage,
  ).toBe('ISSUED')
  house.now = wit('2026-06-17T09:00')
  await house.do(WHO.yopi, caseId, { type: 'reportError', what: 'Nama ibu tertulis salah di akta' })
  const second = async () =>
    (
      await rowsOf<{ level: number }>(
        'select level from escalation where case_id = $1 and episode = 1 and level >= 3 order by level',
        [caseId],
      )
    ).map(({ level }) => level)
  const [told] = [(await linesOf(people['supervisor'] ?? '')).filter((level) => level === 3).length]
  house.now = wit('2026-06-19T09:00') // two working days of three
  await climb(house.shell, house.now)
  expect(await second()).toEqual([])
  house.now = wit('2026-06-23T08:00') // promised for Monday the 22nd
  await climb(house.shell, house.now)
  await climb(house.shell, house.now)
  expect(await second()).toEqual([3])
  const lines = (await linesOf(people['supervisor'] ?? '')).filter((level) => level === 3).length
  expect([told, lines]).toEqual([1, 2])
  expect(
    (await rowsOf<{ escalation: number }>('select escalation from case_file where id = $1', [caseId]))[0]
      ?.escalation,
  ).toBe(4)
})

/** As many more cases whose clocks stand as this one's: only what the ladder looks at. */
async function fiftyFold(caseId: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const id = randomUUID()
    await house.db.pool.query(
      `insert into case_file (id, queue_id, queue_seq, version, service, kind, negeri, stage, open, submitted, number, applicant, owner_id,
         created_at, submitted_at, stage_at, changed_at, changed_by, sealed, clock, escalation)
       select $1, queue_id, 1000 + $3, version, service, kind, negeri, stage, open, submitted, number || $3, applicant, owner_id,
         created_at, submitted_at, stage_at, changed_at, changed_by, sealed, clock, 7 from case_file where id = $2`,
      [id, caseId, n],
    )
    await house.db.pool.query(
      `insert into case_clock (case_id, queue_id, open, history, rules_version, policy_version, stage_due_at, rung_at)
       select $1, queue_id, open, history, rules_version, policy_version, stage_due_at, rung_at from case_clock where case_id = $2`,
      [id, caseId],
    )
  }
}

describe('a change of the rules', () => {
  const by = { actor: WHO.supervisor, origin: ORIGIN }
  const addDay = (on: string, state = 'CONFIRMED') =>
    changeRules(house.shell, by, async (db, at) => {
      await db.query(
        "insert into calendar_day (id, on_day, office, kind, name, source, state, entered_by, entered_at) values ($1, $2, '*', 'LOCAL', 'Hari jadi', 'SK Bupati', $3, 'x', $4)",
        [randomUUID(), on, state, new Date(at)],
      )
      return { kind: 'day', action: 'calendar.addDay', subject: `day:${on}`, detail: { on } }
    })
  const dueOf = async (caseId: string) =>
    (
      await rowsOf<{ due: Date }>('select promise_due_at as due from case_clock where case_id = $1', [caseId])
    )[0]?.due.getTime()

  test('a confirmed day moves what is due after it, says how much, and is on record; a proposed one moves nothing', async () => {
    const caseId = await house.submitted()
    expect(await dueOf(caseId)).toBe(wit('2026-06-12T16:30'))
    await addDay('2026-06-11', 'PROPOSED')
    expect(await recount(house.shell)).toMatchObject({ looked: 1, moved: 0 })
    await addDay('2026-06-11')
    expect(await recount(house.shell)).toMatchObject({ looked: 1, moved: 1 })
    expect(await dueOf(caseId)).toBe(wit('2026-06-15T16:00'))
    expect(await recount(house.shell)).toMatchObject({ looked: 0, moved: 0 })
    const changes = await rowsOf<{ version: number; moved: number; looked: number; done_at: Date | null }>(
      'select version, looked, moved, done_at from time_change order by version',
    )
    expect(changes).toMatchObject([
      { version: 2, looked: 1, moved: 0 },
      { version: 3, looked: 1, moved: 1 },
    ])
    expect(changes.every((one) => one.done_at !== null)).toBe(true)
    const acts = await rowsOf<{ action: string }>(
      "select action from audit_entry where subject = 'day:2026-06-11'",
    )
    expect(acts.length).toBe(2)
  })

  test('changed by two at once, both changes hold and have numbers of their own', async () => {
    const answers = await Promise.all([addDay('2026-06-11'), addDay('2026-06-12')])
    expect(answers.map((one) => one.ok && one.version).toSorted()).toEqual([2, 3])
  })

  async function returnedCases(count: number): Promise<string[]> {
    const ids: string[] = []
    for (let n = 0; n < count; n += 1) {
      const caseId = await house.submitted()
      await house.do(WHO.ona, caseId, { type: 'claim' })
      await house.do(WHO.ona, caseId, {
        type: 'returnToApplicant',
        faults: [{ code: 'DOC_UNREADABLE', instruction: 'Foto ulang akta nikah.' }],
      })
      ids.push(caseId)
    }
    return ids
  }
  /** The negeri had been closed that morning: nothing was used before the return. */
  const closeThatMorning = () =>
    changeRules(house.shell, by, async (db, at) => {
      await db.query(
        "insert into calendar_day (id, on_day, office, kind, name, source, state, entered_by, entered_at) values ($1, '2026-06-09', '*', 'LOCAL', 'Banjir', 'SK Bupati', 'CONFIRMED', 'x', $2)",
        [randomUUID(), new Date(at)],
      )
      return { kind: 'day', action: 'calendar.addDay', subject: 'day:2026-06-09', detail: {} }
    })
  async function asOwner(sql: string): Promise<void> {
    const owner = new pg.Client({ connectionString: house.db.ownerUrl })
    await owner.connect()
    await owner.query(sql)
    await owner.end()
  }
  const usedOf = async () =>
    (await rowsOf<{ used: number }>("select (clock->>'promiseUsed')::float8 as used from case_file")).map(
      ({ used }) => used,
    )

  test('a case that cannot be read gets no clocks, and keeps none from another', async () => {
    const [torn, whole] = [await house.submitted(), await house.submitted()].toSorted()
    await rowsOf('delete from case_clock')
    await rowsOf("update case_file set sealed = '\\x00' where id = $1", [torn])
    expect(await fillClocks(house.shell)).toBe(1)
    expect(await rowsOf('select case_id from case_clock')).toEqual([{ case_id: whole }])
    await askAgain(house.shell)
    await recount(house.shell)
    expect(await rowsOf('select shown_version = rules_version as shown from case_clock')).toEqual([
      { shown: true },
    ])
  })

  test('killed after it had counted and before it had shown, the next one shows what is left, once', async () => {
    await returnedCases(3)
    await closeThatMorning()
    // As a kill would: what was counted is committed, and nothing of what was to be shown is.
    await asOwner(
      "create function cut() returns trigger language plpgsql as $$ begin raise 'cut'; end $$; create trigger cut before update on queue for each row execute function cut()",
    )
    await expect(recount(house.shell)).rejects.toThrow('cut')
    await asOwner('drop function cut() cascade')
    expect((await usedOf()).every((used) => used > 0)).toBe(true)
    const jobs = () => rowsOf("select 1 from pgboss.job where name = 'recount' and state < 'active'")
    await rowsOf("delete from pgboss.job where name = 'recount'")
    await askAgain(house.shell)
    expect((await jobs()).length).toBe(1)
    const [before] = await rowsOf<{ seq: string }>('select seq from queue')
    expect((await recount(house.shell)).looked).toBe(0)
    expect((await usedOf()).every((used) => used === 0)).toBe(true)
    await recount(house.shell)
    const [after] = await rowsOf<{ seq: string }>('select seq from queue')
    expect(Number(after?.seq) - Number(before?.seq)).toBe(3)
    await rowsOf("delete from pgboss.job where name = 'recount'")
    await askAgain(house.shell)
    expect(await jobs()).toEqual([])
  })

  test('a case that moves between the reading and the writing keeps the clocks of its move', async () => {
    const caseId = await house.submitted()
    await house.do(WHO.ona, caseId, { type: 'claim' })
    await addDay('2026-06-11')
    const { pool } = house.shell
    let moved = false
    // The same pool, whose connections let somebody act just before what was counted is written.
    const between = Object.assign(Object.create(pool) as pg.Pool, {
      query: pool.query.bind(pool),
      async connect() {
        const db = await pool.connect()
        const query = db.query.bind(db) as (...asked: unknown[]) => Promise<unknown>
        return Object.assign(Object.create(db) as pg.PoolClient, {
          async query(...asked: [{ readonly name?: string }]) {
            if (asked[0].name === 'recount-keep' && !moved) {
              moved = true
              const fault = { code: 'DOC_UNREADABLE', instruction: 'Foto ulang akta nikah.' } as const
              await house.do(WHO.ona, caseId, { type: 'returnToApplicant', faults: [fault] })
            }
            return query(...asked)
          },
        })
      },
    })
    await recount({ ...house.shell, pool: between })
    expect(moved).toBe(true)
    expect(
      await rowsOf(
        'select promise_due_at as due, rules_version as version from case_clock where case_id = $1',
        [caseId],
      ),
    ).toEqual([{ due: null, version: 2 }])
  })

  test('counted by two instances at once, each case once; a row whose used time is another is told anew', async () => {
    const ids = await returnedCases(6)
    const [before] = await rowsOf<{ seq: string }>('select seq from queue')
    await closeThatMorning()
    const sums = await Promise.all([recount(house.shell), recount((await another()).shell)])
    expect(sums.reduce((sum, one) => sum + one.looked, 0)).toBe(ids.length)
    const [after] = await rowsOf<{ seq: string }>('select seq from queue')
    expect(Number(after?.seq) - Number(before?.seq)).toBe(ids.length)
    expect((await usedOf()).every((used) => used === 0)).toBe(true)
  })
})

describe('what the house does by itself', () => {
  const fault = { code: 'DOC_UNREADABLE', instruction: 'Foto ulang akta nikah.' } as const
  async function returned(): Promise<string> {
    const caseId = await house.submitted()
    await house.do(WHO.ona, caseId, { type: 'claim' })
    await house.do(WHO.ona, caseId, { type: 'returnToApplicant', faults: [fault] })
    return caseId
  }
  const stageOf = async (caseId: string) =>
    (await rowsOf<{ stage: string }>('select stage from case_file where id = $1', [caseId]))[0]?.stage

  test('reminds on days 7, 14 and 25 and ends the case on day 30, each once, also when two look at once', async () => {
    const caseId = await returned() // Tuesday 9 June
    const other = await another()
    const days = async () =>
      (
        await rowsOf<{ level: number }>(
          "select level from escalation where clock = 'reminder' and case_id = $1 order by level",
          [caseId],
        )
      ).map(({ level }) => level)
    for (const [day, expected] of [
      [6, []],
      [7, []], // 16 June is 1 Muharam: told when the negeri opens
      [8, [7]],
      [9, [7]],
      [14, [7, 14]],
      [25, [7, 14]], // a Saturday
      [27, [7, 14, 25]],
    ] as const) {
      house.now = wit('2026-06-09T09:00') + day * DAY_MS
      other.now = house.now
      await Promise.all([takeSteps(house.shell, house.now), takeSteps(other.shell, house.now)])
      expect([day, await days()]).toEqual([day, expected])
    }
    expect(await stageOf(caseId)).toBe('RETURNED_APPLICANT')
    house.now = wit('2026-07-09T00:01')
    other.now = house.now
    await Promise.all([takeSteps(house.shell, house.now), takeSteps(other.shell, house.now)])
    expect(await stageOf(caseId)).toBe('EXPIRED')
    expect(await linesOf(people['hanafi'] ?? '')).toEqual([7, 14, 25])
    const reminded = await rowsOf<{ n: number; by: string }>(
      "select count(*)::int as n, min(by_role) as by from case_event where type = 'Reminded' and case_id = $1",
      [caseId],
    )
    expect(reminded).toEqual([{ n: 3, by: 'SYSTEM' }])
    const jobs = await rowsOf<{ key: string }>(
      "select distinct singleton_key as key from pgboss.job where name = 'digest' and data->>'personId' = $1",
      [people['hanafi']],
    )
    expect(jobs).toEqual([{ key: `${people['hanafi']}/soon` }])
    const acts = await rowsOf<{ person_id: string }>(
      "select person_id from audit_entry where action = 'case.expire'",
    )
    expect(acts).toEqual([{ person_id: 'system' }])
  })

  test('takes back a lease whose holder has gone home, and not one that just ran out', async () => {
    const caseId = await house.submitted()
    await house.do(WHO.ona, caseId, { type: 'claim' })
    const holder = async () =>
      (
        await rowsOf<{ holder_id: string | null }>('select holder_id from case_file where id = $1', [caseId])
      )[0]?.holder_id
    house.now += HOUR_MS
    await takeSteps(house.shell, house.now)
    expect(await holder()).toBe('ona')
    house.now += 4 * HOUR_MS
    await takeSteps(house.shell, house.now)
    expect(await holder()).toBeNull()
  })

  test('sends on what no negeri looks at, when the Dinas has set so', async () => {
    await house.db.pool.query(
      "insert into setting (key, valid_from, value, entered_by) values ('autoForwardPercent', $1, '200', 'x')",
      [new Date(house.now - MINUTE_MS)],
    )
    const caseId = await house.submitted()
    house.now = wit('2026-06-11T09:00')
    await takeSteps(house.shell, house.now)
    expect(await stageOf(caseId)).toBe('SUBMITTED')
    house.now = wit('2026-06-11T12:30')
    await takeSteps(house.shell, house.now)
    await takeSteps(house.shell, house.now)
    expect(await stageOf(caseId)).toBe('FORWARDED')
  })
})

test('past the promise the applicant is told sorry with a new date, the supervisor is told to act, the head decides two days later', async () => {
  const citizen = await account({ ...WHO.citizen, areas: [SAPARUA] })
  const caseId = await house.submitted({ ...WHO.citizen, id: citizen, areas: [SAPARUA] })
  house.now = wit('2026-06-15T08:00') // promised for Friday 12 June
  await climb(house.shell, house.now)
  const told = async (personId: string) => {
    await sendDigest(house.shell, randomUUID(), { personId, pace: 'soon' }, house.now)
    const rows = await rowsOf<{ content: DigestContent }>('select content from digest where person_id = $1', [
      personId,
    ])
    return rows.flatMap(({ content }) => content.items.filter(({ level }) => level === 3))
  }
  expect(await told(citizen)).toMatchObject([{ caseId, newDueAt: wit('2026-06-18T16:00') }]) // 16 June is a holiday
  const [line] = await told(people['supervisor'] ?? '')
  expect(line).toMatchObject({ caseId, dueAt: wit('2026-06-12T16:30') })
  expect(line).not.toHaveProperty('newDueAt')
  expect(await linesOf(people['head'] ?? '')).toEqual([])
  house.now = wit('2026-06-18T07:30')
  await climb(house.shell, house.now)
  expect(await linesOf(people['head'] ?? '')).toEqual([4])
})

test('nobody outside the place is told', async () => {
  const caseId = await house.submitted()
  house.now = wit('2026-06-10T15:00')
  await climb(house.shell, house.now)
  const told = await rowsOf<{ person_id: string }>(
    'select distinct person_id from digest_line where case_id = $1',
    [caseId],
  )
  const ids = told.map((row) => row.person_id)
  expect(ids).toContain(people['hanafi'])
  expect(ids).not.toContain(people['elsewhere'])
  expect(SAPARUA).not.toBe(WHO.elsewhere.areas[0])
})
