import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { House } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { stopBoss } from '#server/jobs/boss.ts'
import { climb } from './climb.ts'
import { recount } from './recount.ts'

const ZONES = ['America/New_York', 'Asia/Jakarta', 'UTC'] as const
const wit = (text: string) => Date.parse(`${text}:00+09:00`)
const seen: { readonly [zone: string]: unknown }[] = []

/** What the clocks make of one case in a house whose database is set to a zone. */
async function storyIn(zone: string): Promise<unknown> {
  const db = await testDatabase()
  const owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  await owner.query(`alter database ${owner.database ?? ''} set timezone to '${zone}'`)
  await owner.end()
  const house = await new House(db, { connections: 4 }).open()
  try {
    house.now = wit('2026-06-12T15:00') // a Friday, after the close of day in New York's Thursday
    const caseId = await house.submitted()
    await recount(house.shell)
    house.now = wit('2026-06-15T15:30')
    await climb(house.shell, house.now)
    const { rows } = await house.shell.pool.query(
      `select (select jsonb_agg(jsonb_build_array(clock, level, extract(epoch from due_at)) order by level) from escalation where case_id = $1) as rungs,
         extract(epoch from promise_due_at)::float8 as promise, extract(epoch from law_due_at)::float8 as law from case_clock where case_id = $1`,
      [caseId],
    )
    return rows[0]
  } finally {
    await stopBoss(house.shell.pool)
    await house.close()
    await db.drop()
  }
}

beforeAll(async () => {
  for (const zone of ZONES) seen.push({ [zone]: await storyIn(zone) })
})
afterAll(() => undefined)

test('a database set to New York, Jakarta or UTC counts the same', () => {
  const [first, ...others] = seen.map((one) => Object.values(one)[0])
  expect(first).toMatchObject({
    promise: wit('2026-06-18T16:00') / 1000,
    law: wit('2026-07-13T00:00') / 1000,
  })
  for (const other of others) expect(other).toEqual(first)
})
