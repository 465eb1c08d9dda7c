import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import { openPool } from '#server/db/pool.ts'
import type { Shell } from '#server/shell.ts'
import { changePerson, endSessionsNow, endWithin } from './end-sessions.ts'
import type { SessionNews } from './session-news.ts'
import { listenForSessionNews, onSessionNews, tellHere } from './session-news.ts'
import { sessionOf } from './session.ts'
import type { TestWorld } from './test-world.ts'
import { testWorld } from './test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await testWorld()
})
afterAll(() => world.database.drop())

/** A second instance on the same database, or Next's module graph: another pool, another cache. */
function elsewhere(): Shell {
  return { ...world.shell, pool: openPool(world.database.url, { max: 2 }) }
}

/** Only a superuser may: the house does not see what its own log-in asks. */
async function cutListeners(database: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: inject('postgres').superuserUrl })
  await superuser.connect()
  const { rowCount } = await superuser.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen session_news%' and datname = $1",
    [database],
  )
  await superuser.end()
  expect(rowCount).toBeGreaterThan(0)
}

async function until(what: () => boolean | Promise<boolean>): Promise<number> {
  const start = performance.now()
  while (!(await what())) {
    if (performance.now() - start > 20_000) throw new Error('not within 20 s')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return performance.now() - start
}

test('a session is who it is, and a made-up one is nobody', async () => {
  const id = await world.person('siapa', { role: 'VERIFIER', areas: ['81.01.12'], services: ['KK'] })
  const cookie = await world.signedIn(id)
  const session = await sessionOf(world.shell, cookie)
  expect(session?.person).toMatchObject({
    id,
    role: 'VERIFIER',
    areas: ['81.01.12'],
    services: ['KK'],
    username: 'siapa',
  })
  expect(await sessionOf(world.shell, `satu-antrean=${'A'.repeat(43)}`)).toBeNull()
  expect(await sessionOf(world.shell, 'satu-antrean=pendek; other=1')).toBeNull()
  expect(await sessionOf(world.shell, undefined)).toBeNull()
  // The name of the cookie is pinned to the host over https.
  expect(
    await sessionOf({ ...world.shell, config: { ...world.shell.config, https: true } }, cookie),
  ).toBeNull()
})

test('ended here is ended before the answer, elsewhere within a second, although both had it in their cache', async () => {
  const cookie = await world.signedIn(await world.person('akhir'))
  const other = elsewhere()
  const listening = await listenForSessionNews(other)
  const session = await sessionOf(world.shell, cookie)
  expect(await sessionOf(other, cookie)).not.toBeNull()
  await endSessionsNow(world.shell, { sessionId: session!.sessionId }, 'test')
  expect(await sessionOf(world.shell, cookie)).toBeNull()
  expect(await until(async () => (await sessionOf(other, cookie)) === null)).toBeLessThan(1000)
  await listening.stop()
  await other.pool.end()
})

test('a page, which hears no news, sees the end at once', async () => {
  const cookie = await world.signedIn(await world.person('halaman'))
  const pages = elsewhere()
  const look = () => sessionOf(pages, cookie, { afresh: true })
  const session = await look()
  await endSessionsNow(world.shell, { sessionId: session!.sessionId }, 'test')
  expect(await Promise.all([look(), look(), look()])).toEqual([null, null, null])
  await pages.pool.end()
})

test('without any message it ends within five seconds of the clock', async () => {
  const cookie = await world.signedIn(await world.person('tanpa.kabar'))
  const other = elsewhere()
  const session = await sessionOf(other, cookie)
  await endSessionsNow(world.shell, { sessionId: session!.sessionId }, 'test')
  expect(await sessionOf(other, cookie)).not.toBeNull() // the cache, as promised
  world.later(5001)
  expect(await sessionOf(other, cookie)).toBeNull()
  await other.pool.end()
})

test('whoever holds sockets hears which sessions ended, and of doubt when the connection broke', async () => {
  const id = await world.person('soket')
  await world.signedIn(id)
  await world.signedIn(id)
  const other = elsewhere()
  const heard: SessionNews[] = []
  onSessionNews(other.pool, (news) => void heard.push(news))
  const listening = await listenForSessionNews(other)
  await endSessionsNow(world.shell, { personId: id }, 'test')
  await until(() => heard.some((news) => news.kind === 'ended' && news.sessionIds.length === 2))
  heard.length = 0
  await cutListeners(new URL(world.database.url).pathname.slice(1))
  await until(() => heard.filter((news) => news.kind === 'unsure').length >= 2)
  await listening.stop()
  await other.pool.end()
})

test('a session that ends while it is being read is not let through', async () => {
  const cookie = await world.signedIn(await world.person('sedang.dibaca'))
  const session = await sessionOf(world.shell, cookie)
  const { pool } = world.database
  let answered: (() => void) | undefined
  // The row is read before the end and arrives after the news of it.
  const slow = Object.create(pool) as typeof pool
  slow.query = (async (...asked: Parameters<typeof pool.query>) => {
    const rows = await (pool as { query(...asked: unknown[]): Promise<unknown> }).query(...asked)
    if (answered === undefined) await new Promise<void>((resolve) => (answered = resolve))
    return rows
  }) as unknown as typeof pool.query
  const reading = sessionOf({ ...world.shell, pool: slow }, cookie)
  await until(() => answered !== undefined)
  await endSessionsNow(world.shell, { sessionId: session!.sessionId }, 'test')
  tellHere(slow, { kind: 'ended', sessionIds: [session!.sessionId] })
  answered?.()
  expect(await reading).toBeNull()
})

test('an undone change ends nothing', async () => {
  const id = await world.person('batal')
  const cookie = await world.signedIn(id)
  await sessionOf(world.shell, cookie)
  const work = changePerson(world.shell, async (client) => {
    await endWithin(world.shell, client, { personId: id }, 'test')
    throw new Error('on second thought')
  })
  await expect(work).rejects.toThrow('on second thought')
  expect(await sessionOf(world.shell, cookie)).not.toBeNull()
})

test('a desk left for half an hour is signed out; a village is not, and pings are no sign of life', async () => {
  const desk = await world.signedIn(await world.person('meja'))
  const village = await world.signedIn(
    await world.person('desa', { role: 'NEGERI_OFFICER', areas: ['81.01.12.2012'] }),
  )
  expect(await sessionOf(world.shell, desk)).not.toBeNull()
  world.later(20 * MINUTE_MS)
  expect(await sessionOf(world.shell, desk)).not.toBeNull() // at work: the half hour begins anew
  world.later(20 * MINUTE_MS)
  expect(await sessionOf(world.shell, desk, { touch: false })).not.toBeNull()
  world.later(11 * MINUTE_MS)
  expect(await sessionOf(world.shell, desk)).toBeNull()
  expect(await sessionOf(world.shell, village)).not.toBeNull()
  world.later(12 * HOUR_MS)
  expect(await sessionOf(world.shell, village)).toBeNull()
})

test('a Dinas role without its second factor is held outside the demo, and free within it', async () => {
  const id = await world.person('tanpa.kode')
  const cookie = await world.signedIn(id, false)
  expect(await sessionOf(world.shell, cookie)).toBeNull()
  expect(await sessionOf(world.shell, cookie, { alsoHeld: true })).toMatchObject({ held: 'second-factor' })
  const demo = { ...elsewhere(), config: { ...world.shell.config, seed: 'demo' as const } }
  expect(await sessionOf(demo, cookie)).toMatchObject({ held: null })
  await demo.pool.end()
})

test('a one-time password opens the account page and nothing else', async () => {
  const id = await world.person('sekali', {
    role: 'NEGERI_OFFICER',
    areas: ['81.01.12.2012'],
    mustChange: true,
  })
  const cookie = await world.signedIn(id, false)
  expect(await sessionOf(world.shell, cookie)).toBeNull()
  expect(await sessionOf(world.shell, cookie, { alsoHeld: true })).toMatchObject({ held: 'password' })
})
