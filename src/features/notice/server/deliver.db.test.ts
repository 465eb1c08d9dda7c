import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { MORNING, WHO } from '#domain/case/testing/case-scenario.ts'
import type { Choices } from '#domain/notice/choices.ts'
import { HOUSE_CHOICES } from '#domain/notice/choices.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { dropBrowser, keepBrowser, keepChoices } from './own-choices.ts'
import type { Own } from './own-mail.ts'
import { askForMail, confirmMail } from './own-mail.ts'
import { ORIGIN } from '#server/case/testing/house.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { bossOf } from '#server/jobs/boss.ts'
import { reachOf } from '#server/notice/choices-of.ts'
import { deliver, takeBatch } from '#server/notice/deliver.ts'
import { againAt, sweepPost, tried } from '#server/notice/keep-post.ts'
import { markRead } from '#server/notice/mark-read.ts'
import { leaseDelivery } from '#server/notice/delivery-lease.ts'
import { endpointId } from '#server/notice/push-endpoint.ts'
import { tellNotices } from '#server/notice/tell-notices.ts'
import { NoticeHouse } from '#server/notice/testing/notice-house.ts'
import { openMailServer, openPushService } from '#server/notice/testing/post-office.ts'
import { writeDeliveries } from '#server/notice/write-deliveries.ts'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)

let house: NoticeHouse
let post: Awaited<ReturnType<typeof openMailServer>>
let service: Awaited<ReturnType<typeof openPushService>>
let yopi: Actor
let hanafi: Actor

beforeAll(async () => {
  post = await openMailServer()
  service = await openPushService()
  house = await NoticeHouse.begin({
    mail: { url: post.url, from: 'Satu Antrean <kabar@example.test>' },
    pushHosts: [service.host],
  })
  hanafi = await house.account(WHO.hanafi)
})
beforeEach(async () => {
  yopi = await house.account(WHO.yopi)
  house.now = MORNING
  await house.db.pool.query('delete from throttle')
  post.letters.length = 0
  post.mood = 'takes'
  service.woken.length = 0
  service.status = 201
  service.before = undefined
})
afterAll(async () => {
  await house.end()
  await post.close()
  await service.close()
})

const own = (actor: Actor): Own => {
  const person = { ...actor, username: actor.id, locale: 'id' } as Own['session']['person']
  const session = { sessionId: 's'.repeat(64), person } as Own['session']
  return { shell: house.shell, session, origin: ORIGIN }
}
const EMPTY_TOLD = { role: 'VERIFIER', topic: 'risk', caseId: null, noticeKey: null } as const
const mail = (personId: string) => ({ personId, channel: 'mail' }) as const

async function withMail(actor: Actor): Promise<void> {
  expect(await askForMail(own(actor), 'yopi@example.test')).toEqual({ ok: true })
  const code = /(\d{6})/.exec(post.letters.at(-1)?.raw.split('Subject')[1] ?? '')?.[1] ?? ''
  expect(await confirmMail(own(actor), '000000')).toEqual({ ok: false, why: 'wrong-code' })
  expect(await confirmMail(own(actor), code)).toEqual({ ok: true })
  post.letters.length = 0
}

async function call(actor: Actor, at = house.now): Promise<string> {
  house.now = at
  const caseId = await house.submitted(hanafi)
  house.now = at
  await tellNotices(house.shell)
  await house.do(hanafi, caseId, {
    type: 'writeNote',
    noteId: randomUUID(),
    text: 'Tuapeti, rahasia',
    visibility: 'internal',
    mentions: [actor.id],
  })
  await tellNotices(house.shell)
  return caseId
}
const outcomes = () =>
  house.rows<{ channel: string; outcome: string | null }>(
    'select channel, outcome from delivery where person_id = $1 order by at, due_at',
    [yopi.id],
  )
const jobsAt = () =>
  house.rows<{ at: Date }>(
    "select start_after as at from pgboss.job where name = 'delivery' and state = 'created' and data->>'personId' = $1 order by start_after",
    [yopi.id],
  )

test('a mention goes to the confirmed address once, with the number and the way, and no word of anybody', async () => {
  await withMail(yopi)
  const caseId = await call(yopi)
  house.now += 2 * MINUTE_MS
  const others = [house, await house.another(), await house.another()]
  await Promise.all(others.map((one) => deliver(one.shell, mail(yopi.id))))
  await deliver(house.shell, mail(yopi.id))
  expect(post.letters).toHaveLength(1)
  const [letter] = post.letters
  const number = (
    await house.rows<{ number: string }>('select number from case_file where id = $1', [caseId])
  )[0]?.number
  expect(letter?.to).toBe('yopi@example.test')
  expect(letter?.raw).toContain(number)
  expect(letter?.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(
    `/permohonan/${caseId}#catatan-`,
  )
  expect(letter?.raw).not.toMatch(/Tuapeti|rahasia|Hanafi/)
  expect(await outcomes()).toEqual([{ channel: 'mail', outcome: 'sent' }])
})

test('killed between the record and the sending, another instance sends what was written down, as that message', async () => {
  await withMail(yopi)
  await call(yopi)
  house.now += 2 * MINUTE_MS
  const batch = await takeBatch(house.shell.pool, mail(yopi.id), new Date(house.now)) // and then the power went
  const other = await house.another()
  expect(await deliver(other.shell, mail(yopi.id))).toBe('sent')
  expect(post.letters.map(({ messageId }) => messageId)).toEqual([`<${batch}@localhost>`])
  // The line broke after the server had it: it is sent again under the same name, and a mailbox keeps one.
  await call(yopi)
  house.now += 2 * MINUTE_MS
  post.mood = 'cuts'
  await expect(deliver(house.shell, mail(yopi.id))).rejects.toThrow()
  post.mood = 'takes'
  expect(await deliver(other.shell, mail(yopi.id))).toBe('sent')
  expect(new Set(post.letters.slice(1).map(({ messageId }) => messageId)).size).toBe(1)
})

test('a provider that is down for a day: everything once, together, and not at night', async () => {
  await withMail(yopi)
  post.mood = 'down'
  const cases = [await call(yopi, wit('2026-06-09T15:00'))]
  house.now = wit('2026-06-09T15:02')
  await tried(house.shell, mail(yopi.id))
  cases.push(await call(yopi, wit('2026-06-09T15:30')))
  for (const at of ['2026-06-09T15:40', '2026-06-10T07:30', '2026-06-10T15:50']) {
    house.now = wit(at)
    await tried(house.shell, mail(yopi.id))
    await sweepPost(house.shell)
  }
  // However often it was tried and looked for: those that wait are on full minutes, and no two on the same.
  const waiting = (await jobsAt()).map(({ at }) => at.getTime())
  expect(new Set(waiting).size).toBe(waiting.length)
  post.mood = 'takes'
  house.now = wit('2026-06-10T22:00')
  expect(await deliver(house.shell, mail(yopi.id))).toBe('quiet')
  expect(post.letters).toEqual([])
  expect((await jobsAt()).map(({ at }) => at.getTime())).toContain(wit('2026-06-11T07:30'))
  house.now = wit('2026-06-11T07:31')
  await deliver(house.shell, mail(yopi.id))
  const words = post.letters.map(({ raw }) => raw.replaceAll('=\r\n', '')).join('')
  for (const caseId of cases) expect(words.split(caseId)).toHaveLength(2) // each in one letter, once
  expect(new Set((await outcomes()).map(({ outcome }) => outcome))).toEqual(new Set(['sent']))
})

test('what happens in the evening before days off waits for the opening after them', async () => {
  await withMail(yopi)
  await call(yopi, wit('2026-12-23T20:00'))
  expect((await jobsAt()).map(({ at }) => at.getTime())).toEqual([wit('2026-12-28T07:30')])
  house.now = wit('2026-12-25T09:00')
  expect(await deliver(house.shell, mail(yopi.id))).toBe('quiet')
  // Hours of one's own, past midnight, move what waits.
  const choices: Choices = { ...HOUSE_CHOICES, quiet: { kind: 'own', from: 21 * 60, to: 6 * 60 } }
  house.now = wit('2026-12-25T23:30')
  await keepChoices(own(yopi), choices)
  expect((await jobsAt()).map(({ at }) => at.getTime())).toContain(wit('2026-12-26T06:00'))
  house.now = wit('2026-12-26T03:00')
  expect(await deliver(house.shell, mail(yopi.id))).toBe('quiet')
  house.now = wit('2026-12-26T06:00')
  expect(await deliver(house.shell, mail(yopi.id))).toBe('sent')
})

test('read in the meantime, no longer wanted, no longer theirs to see: it does not go out', async () => {
  await withMail(yopi)
  const read = await call(yopi)
  await markRead(
    house.shell.pool,
    yopi.id,
    { cases: [read], digests: [], all: false, until: house.now + HOUR_MS, read: true },
    house.now,
  )
  house.now += 2 * MINUTE_MS
  expect(await deliver(house.shell, mail(yopi.id))).toBe('nothing')
  await call(yopi)
  house.now += 2 * MINUTE_MS
  await house.db.pool.query('update person set areas = $2 where id = $1', [yopi.id, ['81.05']])
  expect(await deliver(house.shell, mail(yopi.id))).toBe('nothing')
  await house.db.pool.query('update person set areas = $2 where id = $1', [yopi.id, yopi.areas])
  await call(yopi)
  const talk = { app: true, mail: false, push: false }
  await keepChoices(own(yopi), { ...HOUSE_CHOICES, ways: { ...HOUSE_CHOICES.ways, talk } })
  house.now += 2 * MINUTE_MS
  expect(await deliver(house.shell, mail(yopi.id))).toBe('nothing')
  expect(post.letters).toEqual([])
  expect((await outcomes()).map(({ outcome }) => outcome)).toEqual(['read', 'unseen', 'unwanted'])
})

test('an address that its server refuses for good is not tried for ever, and its owner sees why', async () => {
  await withMail(yopi)
  post.mood = 'refuses'
  await call(yopi)
  house.now += 2 * MINUTE_MS
  expect(await deliver(house.shell, mail(yopi.id))).toBe('refused')
  expect(await house.rows('select failure from mail_address where person_id = $1', [yopi.id])).toEqual([
    { failure: 'SMTP 550' },
  ])
})

test('a letter that its server refuses after reading it is final, and what came after it goes out', async () => {
  await withMail(yopi)
  post.mood = 'rejects'
  await call(yopi)
  house.now += 2 * MINUTE_MS
  expect(await deliver(house.shell, mail(yopi.id))).toBe('refused')
  post.mood = 'takes'
  await call(yopi)
  house.now += 2 * MINUTE_MS
  expect(await deliver(house.shell, mail(yopi.id))).toBe('sent')
  expect((await outcomes()).map(({ outcome }) => outcome)).toEqual(['refused', 'sent'])
})

test('what was in vain for three days is given up, and one whose person is gone ends', async () => {
  await withMail(yopi)
  await keepChoices(own(yopi), { ...HOUSE_CHOICES, quiet: { kind: 'none' } })
  post.mood = 'down'
  await call(yopi)
  house.now += 2 * MINUTE_MS
  await expect(deliver(house.shell, mail(yopi.id))).rejects.toThrow()
  house.now += 2 * DAY_MS
  await expect(deliver(house.shell, mail(yopi.id))).rejects.toThrow()
  house.now += DAY_MS
  expect(await deliver(house.shell, mail(yopi.id))).toBe('given-up')
  await call(yopi)
  house.now += 2 * MINUTE_MS
  await house.db.pool.query('update delivery set person_id = $2 where person_id = $1 and done_at is null', [
    yopi.id,
    'nobody',
  ])
  expect(await deliver(house.shell, mail('nobody'))).toBe('nothing')
  expect(await house.rows("select outcome from delivery where person_id = 'nobody'")).toEqual([
    { outcome: 'unwanted' },
  ])
})

test('while a push service lets us wait no connection is held, and nobody else begins', async () => {
  const browser = service.browser()
  const channel = `push:${endpointId(browser.endpoint)}` as const
  const narrow = await house.another(1)
  await keepBrowser({ ...own(yopi), shell: narrow.shell }, browser)
  await call(yopi)
  let meanwhile: unknown
  service.before = async () => {
    await narrow.shell.pool.query('select 1') // its only one
    meanwhile = await deliver(house.shell, { personId: yopi.id, channel })
  }
  expect(await deliver(narrow.shell, { personId: yopi.id, channel })).toBe('sent')
  expect(meanwhile).toBe('busy')
  expect(service.woken).toHaveLength(1)
})

test('whoever holds the sending and is killed is followed when the time of it is over', async () => {
  await withMail(yopi)
  await call(yopi)
  house.now += 2 * MINUTE_MS
  const dead = await leaseDelivery(house.shell.pool, mail(yopi.id))
  expect(await deliver(house.shell, mail(yopi.id))).toBe('busy')
  await house.db.pool.query("update delivery_lease set until = now() - interval '1 second'")
  expect(await deliver(house.shell, mail(yopi.id))).toBe('sent')
  expect(await dead?.renew()).toBe(false)
})

test('codes cannot be asked for without end: of one account, to one address, and not guessed with many of them', async () => {
  const letters = async (actor: Actor, to: string, sessionId: string, address: string) => {
    const one = own(actor)
    return askForMail({ ...one, session: { ...one.session, sessionId }, origin: { ...ORIGIN, address } }, to)
  }
  // From ever new sessions and places, to ever new people.
  for (let n = 0; n < 11; n += 1) await letters(yopi, `a${n}@example.test`, `s${n}`, `10.1.0.${n}`)
  expect(post.letters).toHaveLength(10)
  // By ever new people to one.
  post.letters.length = 0
  for (let n = 0; n < 11; n += 1)
    await letters(await house.account(WHO.ona), 'Victim@example.test', `t${n}`, `10.2.0.${n}`)
  expect(post.letters).toHaveLength(10)
  // Each code is good for five guesses, but so is the quarter of an hour.
  await house.db.pool.query('delete from throttle')
  const answers: unknown[] = []
  for (let n = 0; n < 3; n += 1) {
    await letters(yopi, 'b@example.test', 's', ORIGIN.address)
    for (let guess = 0; guess < 4; guess += 1) answers.push(await confirmMail(own(yopi), 'x'))
  }
  const wrong = { ok: false, why: 'wrong-code' }
  expect(answers.filter((one) => JSON.stringify(one) === JSON.stringify(wrong))).toHaveLength(5)
  expect(answers.at(-1)).toEqual({ ok: false, why: 'wait' })
})

test('however much is told at once, the work for it is asked for in one statement, each piece once', async () => {
  await withMail(yopi)
  const told = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const digestId = randomUUID()
      await house.db.pool.query('insert into digest (id, person_id, content, at) values ($1, $2, $3, $4)', [
        digestId,
        yopi.id,
        {},
        new Date(house.now),
      ])
      return { ...EMPTY_TOLD, personId: yopi.id, areas: yopi.areas, digestId }
    }),
  )
  const { pool } = house.shell
  const reach = await reachOf(pool, [yopi.id])
  const clockwork = await clockworkInForce(pool)
  await bossOf(pool)
  let statements = 0
  await inTransaction(pool, async (client) => {
    const query = (...given: Parameters<typeof client.query>) => {
      statements += 1
      return client.query(...given)
    }
    const db = { query } as unknown as typeof client
    await writeDeliveries(pool, db, told, reach, { clockwork, now: house.now, mail: true })
  })
  expect(statements).toBe(2)
  expect(await outcomes()).toHaveLength(60)
  expect(await jobsAt()).toHaveLength(1)
})

test('a browser is woken once, in a sealed envelope; a service in trouble is asked again, a browser that is gone is not', async () => {
  const [one, two] = [service.browser(), service.browser()]
  expect(await keepBrowser(own(yopi), { ...one, endpoint: 'http://169.254.169.254/latest' })).toBe(false)
  expect(
    await keepBrowser(own(yopi), { ...one, endpoint: 'https://fcm.googleapis.com.example.test/x' }),
  ).toBe(false)
  for (const browser of [one, two]) expect(await keepBrowser(own(yopi), browser)).toBe(true)
  const channel = (browser: typeof one) =>
    ({ personId: yopi.id, channel: `push:${endpointId(browser.endpoint)}` }) as const
  await call(yopi)
  service.status = 503
  await expect(deliver(house.shell, channel(one))).rejects.toThrow('503')
  service.status = 201
  await Promise.all([house, await house.another()].map((at) => deliver(at.shell, channel(one))))
  expect(service.woken).toHaveLength(1)
  expect(service.woken[0]?.path).toBe(new URL(one.endpoint).pathname)
  expect(service.woken[0]?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' })
  expect(service.woken[0]?.headers['authorization']).toMatch(/^vapid t=/)
  service.status = 410
  expect(await deliver(house.shell, channel(two))).toBe('refused')
  expect(await house.rows('select id from push_subscription where person_id = $1', [yopi.id])).toEqual([
    { id: endpointId(one.endpoint) },
  ])
  await dropBrowser(own(yopi), one.endpoint)
  await call(yopi)
  expect(
    await house.rows('select 1 from delivery where done_at is null and person_id = $1', [yopi.id]),
  ).toEqual([])
})

test('the job that the telling asks for carries it out, and one that died is followed by the rows', async () => {
  await withMail(yopi)
  await keepChoices(own(yopi), { ...HOUSE_CHOICES, quiet: { kind: 'none' }, mailAt: null })
  house.now = Date.now() - 2 * MINUTE_MS // jobs run by the real clock
  await call(yopi, house.now)
  const boss = await bossOf(house.shell.pool)
  const jobs = await boss.fetch<{ personId: string }>('delivery', { batchSize: 50 })
  expect(jobs.map(({ data }) => data).filter(({ personId }) => personId === yopi.id)).toEqual([mail(yopi.id)])
  house.now += HOUR_MS
  await sweepPost(house.shell)
  expect(await jobsAt()).toHaveLength(1)
  await tried(house.shell, mail(yopi.id))
  expect(post.letters).toHaveLength(1)
})

test('tries are further apart the longer it lasts, and meet on full tens of minutes', () => {
  const now = wit('2026-06-09T10:03')
  expect(againAt(now - MINUTE_MS, now)).toBe(wit('2026-06-09T10:04'))
  expect(againAt(now - 20 * MINUTE_MS, now)).toBe(wit('2026-06-09T10:05'))
  expect(againAt(now - DAY_MS, now)).toBe(wit('2026-06-09T10:10'))
})
