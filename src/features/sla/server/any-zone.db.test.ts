import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { clockHistoryOf } from '#domain/sla/clock-history.ts'
import { rowClockOf } from '#domain/sla/row-clock.ts'
import { stageTimeOf } from '#domain/sla/stage-time.ts'
import { replayPromise } from './replay-promise.ts'
import { loadCase } from '#server/case/load-case.ts'
import { readRow } from '#server/case/rows.ts'
import { House } from '#server/case/testing/house.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { tryHistories } from '../../../../bench/clocks/try-histories.ts'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'

const wit = (text: string) => Date.parse(`${text}:00+09:00`)
const own = process.env['TZ']
const restore = () => {
  if (own === undefined) delete process.env['TZ']
  else process.env['TZ'] = own
}

describe.each(['America/New_York', 'Asia/Jakarta', 'UTC'])('machine and database stand in %s', (zone) => {
  let db: TestDatabase
  let house: House
  beforeAll(async () => {
    process.env['TZ'] = zone
    db = await testDatabase()
    const owner = new pg.Client({ connectionString: db.ownerUrl })
    await owner.connect()
    await owner.query(`alter database ${new URL(db.url).pathname.slice(1)} set timezone = '${zone}'`)
    await owner.end()
    house = await new House(db, { connections: 4 }).open() // connections from after the change
  })
  afterEach(() => {
    process.env['TZ'] = zone
  })
  afterAll(async () => {
    await house.close()
    await db.drop()
    restore()
  })

  test('they really stand there', async () => {
    expect(new Date(2026, 5, 9, 12).getTime()).toBe(
      Date.parse(
        `2026-06-09T12:00:00${{ 'America/New_York': '-04:00', 'Asia/Jakarta': '+07:00', UTC: 'Z' }[zone]}`,
      ),
    )
    const plain = new pg.Client({ connectionString: db.url })
    await plain.connect()
    const { rows } = await plain.query<{ TimeZone: string }>('show timezone')
    await plain.end()
    expect(rows[0]?.TimeZone).toBe(zone)
  })

  test('the witness agrees', () => {
    expect(tryHistories(120, 3, { lives: 20 }).differences).toEqual([])
  })

  test('a case filed at 07.10 WIT is of that day, and its clocks come back from the database as they were', async () => {
    house.now = wit('2026-06-01T07:00') // 31 May 22.00 in UTC, 18.00 in New York
    const caseId = await house.submitted()
    const [file, row, clockwork] = await Promise.all([
      loadCase(house.shell, caseId),
      readRow(house.shell.pool, caseId),
      clockworkInForce(house.shell.pool),
    ])
    if (!file || !row?.clock) throw new Error('no such case')
    expect(localDateInWit(file.submittedAt ?? 0)).toBe('2026-06-01')
    expect(row.clock).toEqual(rowClockOf(clockHistoryOf(file), clockwork))
    // 1 June is a day off: received on the 2nd, three working days, Friday 5 June at its closing time.
    expect(stageTimeOf(row, clockwork).promise?.dueAt).toBe(wit('2026-06-05T16:30'))
    const replayed = async (month: string) =>
      (await replayPromise(house.shell.pool, WHO.supervisor, month, clockwork, house.now)).lines.map(
        ({ line, total }) => [line, total],
      )
    expect(await replayed('2026-06')).toEqual([['BIRTH', 1]])
    expect(await replayed('2026-05')).toEqual([])
  })
})
