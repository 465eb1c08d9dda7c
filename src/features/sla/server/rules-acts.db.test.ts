import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { HOUR_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import { FIRST_POLICY } from '#domain/sla/first-policy.ts'
import type { TimeRules } from '#domain/sla/time-rules.ts'
import { NORMAL_WEEK } from '#domain/sla/working-week.ts'
import { houseFacts } from '#server/case/house-facts.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { stopBoss } from '#server/jobs/boss.ts'
import { freshClockwork } from '#server/sla/clockwork-in-force.ts'
import { previewRules } from '#server/sla/preview-rules.ts'
import { recount } from '#server/sla/recount.ts'
import { changeOutage, declareOutage } from './outage-acts.ts'
import { proposeDays } from './propose-days.ts'
import { daysOfYear } from './read-calendar.ts'
import { outagesFor } from './read-outages.ts'
import type { Keeper } from './rules-acts.ts'
import { addDay, confirmYear, decideDay, setHours, setPolicy } from './rules-acts.ts'
import { underPolicy, withHours, withPolicy } from './suppose.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)
let house: House
beforeEach(async () => {
  house = await new House(await testDatabase()).open()
  await house.db.pool.query(
    "insert into region (code, name, level) values ('81.01', 'MALUKU TENGAH', 'kabupaten')",
  )
})
afterEach(async () => {
  await stopBoss(house.shell.pool)
  await house.close()
  await house.db.drop()
})

const as = (actor: Actor): Keeper => ({ shell: house.shell, actor, origin: ORIGIN })
const stranger: Actor = { ...WHO.supervisor, id: 'lain', areas: ['81.02'] }
const why = (answer: Awaited<ReturnType<typeof addDay>>) => (answer.ok ? 'done' : answer.refusal.why)
const rules = async () => (await freshClockwork(house.shell.pool)).rules
const promiseOf = async (caseId: string) => {
  await recount(house.shell)
  const { rows } = await house.db.pool.query<{ at: Date | null }>(
    'select promise_due_at as at from case_clock where case_id = $1',
    [caseId],
  )
  return rows[0]?.at?.getTime()
}

describe('an outage (36)', () => {
  const siak = (from: number) => ({
    kind: 'NETWORK' as const,
    reach: '81.01',
    from,
    to: null,
    reason: 'Kabel laut putus',
  })
  const only = async () =>
    (await outagesFor(house.shell.pool, WHO.supervisor, await freshClockwork(house.shell.pool), house.now))[0]

  test('stops what it reaches, gives the time back when it ends, and says what was lost; the law goes on', async () => {
    const caseId = await house.submitted()
    const before = await promiseOf(caseId)
    const begin = wit('2026-06-09T13:00')
    house.now = wit('2026-06-09T13:05')
    expect(why(await declareOutage(as(WHO.supervisor), siak(begin)))).toBe('done')
    expect(await promiseOf(caseId)).toBeUndefined() // nobody knows when
    const { rows } = await house.db.pool.query<{ law: Date | null }>(
      'select law_due_at as law from case_clock',
    )
    expect(rows[0]?.law).not.toBeNull()
    house.now = wit('2026-06-09T15:05')
    const known = await only()
    expect(known).toMatchObject({ stops: 1, lostMinutes: 125 })
    const { id, kind, reach, from, reason } = known ?? { id: '', ...siak(begin) }
    const end = {
      id,
      seenVersion: 1,
      kind,
      reach,
      from,
      reason,
      to: wit('2026-06-09T15:00'),
      withdrawn: false,
    }
    expect(why(await changeOutage(as(WHO.head), end))).toBe('done')
    expect(await promiseOf(caseId)).toBe(wit('2026-06-15T09:30')) // 12 June at closing, and two hours of Monday
    expect(before).toBe(wit('2026-06-12T16:30'))
    // Corrected afterwards: it had begun an hour later. What was known before stays.
    expect(
      why(await changeOutage(as(WHO.supervisor), { ...end, seenVersion: 2, from: begin + HOUR_MS })),
    ).toBe('done')
    expect(await promiseOf(caseId)).toBe(wit('2026-06-15T08:30'))
    expect((await only())?.earlier.map(({ version }) => version)).toEqual([2, 1])
    expect(why(await changeOutage(as(WHO.supervisor), { ...end, seenVersion: 3, withdrawn: true }))).toBe(
      'done',
    )
    expect(await promiseOf(caseId)).toBe(before)
  })

  test('corrected by two at once, one is told that the other was first; from elsewhere it cannot be touched', async () => {
    const begin = house.now - HOUR_MS
    expect(why(await declareOutage(as(stranger), siak(begin)))).toBe('office-outside')
    expect(why(await declareOutage(as(WHO.supervisor), { ...siak(begin), from: house.now + HOUR_MS }))).toBe(
      'in-the-future',
    )
    await declareOutage(as(WHO.supervisor), siak(begin))
    const { id } = (await only()) ?? { id: '' }
    const change = { id, seenVersion: 1, ...siak(begin), withdrawn: false }
    const answers = await Promise.all([
      changeOutage(as(WHO.supervisor), { ...change, from: begin + MINUTE_MS }),
      changeOutage(as(WHO.head), { ...change, from: begin + 2 * MINUTE_MS }),
    ])
    expect(answers.map(why).toSorted()).toEqual(['done', 'outage-moved-on'])
    expect(why(await changeOutage(as(stranger), { ...change, seenVersion: 2 }))).toBe('office-outside')
    expect(
      await outagesFor(house.shell.pool, stranger, await freshClockwork(house.shell.pool), house.now),
    ).toEqual([])
  })
})

describe('the calendar', () => {
  const day = {
    office: '*',
    on: '2026-06-11',
    kind: 'LOCAL' as const,
    name: 'Hari jadi',
    source: 'SK Bupati 1/2026',
  }

  test('a day counts when it is confirmed, for its office, once; taken back it stays on record (22)', async () => {
    const caseId = await house.submitted()
    expect(why(await addDay(as(stranger), { ...day, office: SAPARUA }))).toBe('office-outside')
    const twice = await Promise.all([addDay(as(WHO.admin), day), addDay(as(WHO.admin), day)])
    expect(twice.map(why).toSorted()).toEqual(['day-known', 'done'])
    expect(await promiseOf(caseId)).toBe(wit('2026-06-15T16:00'))
    const known = (await daysOfYear(house.shell.pool, 2026)).find(({ on }) => on === day.on)
    expect(why(await decideDay(as(WHO.admin), { id: known?.id ?? '', confirm: false }))).toBe('done')
    expect(why(await decideDay(as(WHO.admin), { id: known?.id ?? '', confirm: false }))).toBe('day-gone')
    expect(await promiseOf(caseId)).toBe(wit('2026-06-12T16:30'))
    const { rows } = await house.db.pool.query("select state from calendar_day where name = 'Hari jadi'")
    expect(rows).toEqual([{ state: 'WITHDRAWN' }])
  })

  test('a library proposes and decides nothing; a year is confirmed when nothing is left to decide', async () => {
    expect(await proposeDays(as(WHO.admin), 2027)).toBeGreaterThan(10)
    expect(await proposeDays(as(WHO.admin), 2027)).toBe(0)
    expect((await rules()).holidays.some(({ on }) => on.startsWith('2027'))).toBe(false)
    expect(why(await confirmYear(as(WHO.admin), 2027))).toBe('not-confirmed')
    const days = await daysOfYear(house.shell.pool, 2027)
    for (const { id, on } of days) await decideDay(as(WHO.admin), { id, confirm: !on.startsWith('2027-03') })
    expect(why(await confirmYear(as(WHO.admin), 2027))).toBe('done')
    expect(why(await confirmYear(as(WHO.admin), 2027))).toBe('nothing-changes')
    expect((await rules()).confirmedYears).toContain(2027)
  })

  test("a negeri's own hours hold for the negeri alone", async () => {
    const morning: [number, number][] = [[480, 720]]
    const week: Parameters<typeof setHours>[1]['week'] = [[], morning, morning, morning, morning, morning, []]
    const hours = { office: SAPARUA, from: '2026-06-01', to: null, name: 'Jam negeri', week }
    expect(why(await setHours(as(WHO.admin), { ...hours, to: '2026-05-01' }))).toBe('ends-before-it-begins')
    expect(why(await setHours(as(WHO.admin), hours))).toBe('done')
    const clockwork = await freshClockwork(house.shell.pool)
    const open = (office: string) =>
      clockwork.calendarOf(office).spans.at((Date.UTC(2026, 5, 9) - Date.UTC(2020, 0, 1)) / 86_400_000)
    expect(open(SAPARUA)).toEqual(morning)
    expect(open('81.01')).toEqual([
      [450, 720],
      [780, 960],
    ])
  })
})

describe('where two kabupaten are served', () => {
  const day = {
    office: '*',
    on: '2026-06-11',
    kind: 'LOCAL' as const,
    name: 'Hari jadi',
    source: 'SK Bupati 1/2026',
  }
  const policy = { validFrom: '2026-06-10', source: 'SK', standards: [...FIRST_POLICY.standards] }
  const province: Actor = { ...WHO.admin, areas: ['81'] }
  const villageAbroad = () =>
    house.db.pool.query(
      "insert into region (code, name, level) values ('81.02.01.2001', 'Debut', 'negeri_desa')",
    )

  test('what holds for both is not for one of them to change; its own it may', async () => {
    await house.db.pool.query(
      "insert into region (code, name, level) values ('81.02', 'MALUKU TENGGARA', 'kabupaten')",
    )
    expect(why(await addDay(as(WHO.admin), day))).toBe('done') // a name in the table, where nobody is served
    const known = (await daysOfYear(house.shell.pool, 2026)).find(({ on }) => on === day.on)
    await villageAbroad()
    const refusedTo = (actor: Actor) =>
      Promise.all([
        addDay(as(actor), { ...day, on: '2026-06-12' }),
        decideDay(as(actor), { id: known?.id ?? '', confirm: false }),
        confirmYear(as(actor), 2026),
        setPolicy(as(actor), policy as never),
        declareOutage(as(actor), { kind: 'SIAK', reach: '*', from: house.now, to: null, reason: 'Putus' }),
      ]).then((answers) => answers.map(why))
    expect(await refusedTo(WHO.admin)).toEqual(Array(5).fill('others-too'))
    expect(why(await addDay(as(WHO.admin), { ...day, on: '2026-06-12', office: '81.01' }))).toBe('done')
    expect(why(await addDay(as(province), { ...day, on: '2026-06-15' }))).toBe('done')
  })

  test('a look ahead counts the cases of the own kabupaten', async () => {
    await villageAbroad()
    await house.submitted()
    await house.submitted({ ...WHO.hanafi, areas: ['81.02.01.2001'] }, '81.02.01.2001')
    const { settings } = await houseFacts(house.shell.pool, house.now)
    const openOf = async (areas: readonly string[]) =>
      (await previewRules(house.shell.pool, { areas, services: [] }, await rules(), settings, house.now)).open
    expect(await openOf(['81.01'])).toBe(1)
    expect(await openOf(['81.02.01'])).toBe(1)
    expect(await openOf(['81'])).toBe(2)
    expect(await openOf(['82.01'])).toBe(0)
  })
})

test('a new standard begins today at the earliest, and a case keeps the one of its day', async () => {
  const old = await house.submitted()
  const standards = FIRST_POLICY.standards.map(({ stages, ...one }) => ({
    ...one,
    stages: { ...stages },
    promise: { days: 1 },
  }))
  const policy = { validFrom: '2026-06-10', source: 'SK Kepala Dinas 2/2026', standards }
  expect(why(await setPolicy(as(WHO.admin), { ...policy, validFrom: '2026-06-08' }))).toBe(
    'policy-in-the-past',
  )
  expect(why(await setPolicy(as(WHO.admin), { ...policy, standards: standards.slice(0, 1) }))).toBe(
    'service-missing',
  )
  expect(why(await setPolicy(as(WHO.admin), policy))).toBe('done')
  expect(await promiseOf(old)).toBe(wit('2026-06-12T16:30'))
  house.now = wit('2026-06-10T10:00')
  expect(await promiseOf(await house.submitted())).toBe(wit('2026-06-11T16:00'))
})

test('who runs one kecamatan, or one service, sees no case of another in a look ahead', async () => {
  await house.submitted()
  await house.submitted(WHO.elsewhere, BANDA)
  const { settings } = await houseFacts(house.shell.pool, house.now)
  const standards = FIRST_POLICY.standards.map(({ stages, ...one }) => ({
    ...one,
    stages: { ...stages },
    promise: { days: 1 },
  }))
  const policy = { validFrom: '2026-06-09', source: 'SK 2/2026', standards }
  const ahead = async (areas: readonly string[], services: Actor['services'] = []) => {
    const supposed = underPolicy(await rules(), policy)
    return previewRules(house.shell.pool, { areas, services }, supposed, settings, house.now)
  }
  expect(await ahead(['81.01'])).toMatchObject({ open: 2, looked: 2 })
  const own = await ahead([SAPARUA.slice(0, 8)])
  expect(own).toMatchObject({ open: 1, looked: 1 })
  expect(own.examples.map(({ negeri }) => negeri)).toEqual([SAPARUA])
  expect(await ahead(['81.01'], ['KK'])).toMatchObject({ open: 0, looked: 0, examples: [] })
})

describe('a look ahead', () => {
  const ahead = async (change: (rules: TimeRules) => TimeRules) => {
    const { settings } = await houseFacts(house.shell.pool, house.now)
    return previewRules(
      house.shell.pool,
      { areas: ['81.01'], services: [] },
      change(await rules()),
      settings,
      house.now,
    )
  }
  const standards = FIRST_POLICY.standards.map(({ stages, ...one }) => ({
    ...one,
    stages: { ...stages },
    promise: { days: 1 },
  }))

  test('new hours: what they would move, with an example of then and now; counted, not made', async () => {
    const caseId = await house.submitted()
    const hours = {
      office: '*',
      from: '2026-06-11',
      to: null,
      name: 'Jam siang',
      week: NORMAL_WEEK.map((spans) => spans.filter(([from]) => from < 720).map((one) => [...one])),
    } as never
    const before = await promiseOf(caseId)
    const found = await ahead((known) => withHours(known, hours))
    expect(found).toMatchObject({ open: 1, looked: 1, moved: 1 })
    expect(found.examples).toMatchObject([
      { service: 'AKTA_KELAHIRAN', stage: 'SUBMITTED', clock: 'promise', before },
    ])
    expect(found.examples[0]?.after).toBe(wit('2026-06-12T11:30'))
    expect(await promiseOf(caseId)).toBe(before)
    // And so it comes, when it is made.
    expect(why(await setHours(as(WHO.admin), hours))).toBe('done')
    await recount(house.shell)
    expect(await promiseOf(caseId)).toBe(wit('2026-06-12T11:30'))
  })

  test('a new standard moves nothing that is open; what it would mean for all of it is told beside', async () => {
    await house.submitted() // promised for the 12th
    house.now = wit('2026-06-11T09:00')
    const policy = { validFrom: '2026-06-11', source: 'SK 2/2026', standards }
    expect(await ahead((known) => withPolicy(known, policy))).toMatchObject({
      moved: 0,
      lateNow: 1,
      lateThen: 1,
    })
    const under = await ahead((known) => underPolicy(known, policy))
    expect(under).toMatchObject({ moved: 1, looked: 1 })
    expect(under.examples[0]).toMatchObject({ clock: 'promise', after: wit('2026-06-10T16:00') })
  })
})
