import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { testDatabase } from '#server/db/test-database.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { markRead } from '#server/notice/mark-read.ts'
import { tellNotices } from '#server/notice/tell-notices.ts'
import type { Instance } from './testing/live-house.ts'
import { liveInstance } from './testing/live-house.ts'
import { until, Watcher } from './testing/watcher.ts'

let db: TestDatabase
let one: Instance
let two: Instance
const screens: Watcher[] = []
beforeAll(async () => {
  db = await testDatabase()
  ;[one, two] = [await liveInstance(db), await liveInstance(db)]
})
afterAll(async () => {
  for (const screen of screens) screen.close()
  await one.close()
  await two.close()
  await db.drop()
})

/** What a screen was last told, and how often. */
async function screen(at: Instance, cookie: string): Promise<{ told: number[] }> {
  const watcher = new Watcher(at.port, cookie)
  const told: number[] = []
  watcher.socket.on('notices', ([n]: [number]) => told.push(n))
  screens.push(watcher)
  await watcher.connected()
  return { told }
}

it('every screen of a person says the number of the rows, on two instances, also when the word between them is lost', async () => {
  const yopi = await one.signIn(WHO.yopi)
  const lena = await two.signIn(WHO.lena)
  const [first, second, other] = [
    await screen(one, yopi.cookie),
    await screen(two, yopi.cookie),
    await screen(two, lena.cookie),
  ]
  await until('all are greeted', () => [first, second, other].every(({ told }) => told.at(-1) === 0))
  const cases = [await one.house.submitted(), await one.house.submitted()]
  const call = async (caseId: string | undefined) => {
    const words = {
      noteId: randomUUID(),
      text: 'lihat',
      visibility: 'internal',
      mentions: [yopi.personId],
    } as const
    await one.house.do(WHO.hanafi, caseId ?? '', { type: 'writeNote', ...words, mentions: [yopi.personId] })
    await tellNotices(one.house.shell)
  }
  await call(cases[0])
  await until('both screens say one', () => first.told.at(-1) === 1 && second.told.at(-1) === 1)
  await call(cases[0])
  await call(cases[1])
  await until('a case is one entry', () => first.told.at(-1) === 2 && second.told.at(-1) === 2)
  expect(other.told.at(-1)).toBe(0)
  const read = { cases: [cases[0] ?? ''], digests: [], all: false, until: one.house.now, read: true }
  await markRead(two.house.shell.pool, yopi.personId, read, one.house.now)
  await until('read on one is read on all', () => first.told.at(-1) === 1 && second.told.at(-1) === 1)
  // A row that nobody was told of: an instance died after the commit.
  await db.pool.query('update notice set read_at = now() where person_id = $1', [yopi.personId])
  await until('what was lost is found by looking', () => first.told.at(-1) === 0 && second.told.at(-1) === 0)
})
