import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fold } from '#domain/case/evolve.ts'
import { OPEN_STAGES } from '#domain/case/stage.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import { loadCase, loadEvents } from '#server/case/load-case.ts'
import { House } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { closeFiles } from '#server/files/files-shell.ts'
import { seedCases } from './cases.ts'
import { seedPeople } from './people.ts'
import { seedRegions } from './regions.ts'

/** Enough for the cases that wait in every stage, and some whole lives. */
const COUNT = 190

let house: House
let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'seed-'))
  house = new House(await testDatabase(), { config: { dataDir } })
  house.now = Date.UTC(2026, 10, 24, 3)
  await seedRegions(house.db.prisma)
  await seedPeople(house.db.prisma, house.now)
})
afterAll(async () => {
  closeFiles(house.shell)
  await house.close()
  await house.db.drop()
  await rm(dataDir, { recursive: true, force: true })
})

const count = async (sql: string): Promise<number> => {
  const { rows } = await house.db.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`)
  return rows[0]?.n ?? 0
}

it('a sample cut off in the middle and started again days later is the sample told once', async () => {
  const cut = () => {
    throw new Error('cut off')
  }
  await expect(seedCases(house.shell, cut, COUNT)).rejects.toThrow('cut off')
  const before = await count('command_receipt')
  house.now += 3 * DAY_MS
  await seedCases(house.shell, () => undefined, COUNT)
  expect(before).toBeGreaterThan(0)
  expect(await count('command_receipt')).toBeGreaterThan(before)
  expect(await count('case_file')).toBe(COUNT)
  expect(
    await count('case_file where stage = any(array[' + OPEN_STAGES.map((one) => `'${one}'`).join() + '])'),
  ).toBeGreaterThan(100)
  for (const stage of OPEN_STAGES)
    expect(await count(`case_file where stage = '${stage}'`), stage).toBeGreaterThan(0)
  expect(await count("stored_file where state <> 'ready' or blob_key is null")).toBe(0)
  const { rows: queues } = await house.db.pool.query<{ seq: number; n: number }>(
    'select q.seq::int as seq, (select count(distinct queue_seq)::int from case_event e where e.queue_id = q.id) as n from queue q',
  )
  for (const { seq, n } of queues) expect(n).toBe(seq)
  const again = await count('command_receipt')
  await seedCases(house.shell, () => undefined, COUNT)
  expect(await count('command_receipt')).toBe(again)
})

it('every case is what its events tell', async () => {
  const { rows } = await house.db.pool.query<{ id: string }>('select id from case_file order by id limit 25')
  for (const { id } of rows) {
    expect(fold(await loadEvents(house.shell, id))).toEqual(await loadCase(house.shell, id))
  }
})
