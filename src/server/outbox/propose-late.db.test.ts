import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { loadCase, loadEvents } from '#server/case/load-case.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { acceptBatch } from './accept-batch.ts'

let house: House
beforeAll(async () => {
  house = await new House(await testDatabase()).open()
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

/** Hanafi marked a paper without signal; meanwhile his lease ran out and Ona took the case. */
async function tooLate() {
  const { hanafi, ona } = WHO
  const caseId = await house.submitted()
  await house.do(hanafi, caseId, { type: 'claim' })
  const [paper] = (await loadCase(house.shell, caseId))?.checklist ?? []
  const command = {
    type: 'checkItem',
    ruleId: paper?.ruleId ?? '',
    result: 'problem',
    ground: 'Cap belum ada',
  } as const
  const item = { commandId: randomUUID(), caseId, seenVersion: 1, command }
  house.now += 3_600_000
  await house.do(ona, caseId, { type: 'claim' })
  return { caseId, item }
}
const send = (item: object) => acceptBatch(house.shell, WHO.hanafi, [item], ORIGIN)
const keptIn = async (caseId: string) =>
  (await house.db.pool.query('select from kept_work where case_id = $1', [caseId])).rowCount

test('a late act lies before the present holder, once, and leaves the device', async () => {
  const { caseId, item } = await tooLate()
  const both = await Promise.all([send(item), send(item)])
  for (const results of [...both, await send(item)]) expect(results).toMatchObject([{ result: 'kept' }])
  const file = await loadCase(house.shell, caseId)
  expect(file?.proposals).toMatchObject([
    { id: item.commandId, work: item.command, by: { id: WHO.hanafi.id } },
  ])
  expect(file?.checklist[0]?.result).toBe('unchecked')
  expect(await keptIn(caseId)).toBe(0)
})

test('what lies before the holder is never also done by itself, when the case is free again', async () => {
  const { caseId, item } = await tooLate()
  await send(item)
  await house.do(WHO.ona, caseId, { type: 'takeWork', proposalId: item.commandId })
  await house.do(WHO.ona, caseId, { type: 'checkItem', ruleId: item.command.ruleId, result: 'ok' })
  await house.do(WHO.ona, caseId, { type: 'release' })
  await house.do(WHO.hanafi, caseId, { type: 'claim' })
  expect(await send(item)).toMatchObject([{ result: 'kept' }])
  const checks = (await loadEvents(house.shell, caseId)).filter((event) => event.type === 'ItemChecked')
  expect(checks.map((event) => event.by.id)).toEqual([WHO.ona.id, WHO.ona.id])
  expect((await loadCase(house.shell, caseId))?.checklist[0]?.result).toBe('ok')
})

test('where its author can lay nothing before anybody it is kept for the supervisor', async () => {
  const { caseId, item } = await tooLate()
  await house.do(WHO.ona, caseId, {
    type: 'cancel',
    reason: 'Pemohon menarik permohonan',
    statement: 'Surat pernyataan',
  })
  expect(await send(item)).toMatchObject([{ result: 'kept' }])
  expect(await keptIn(caseId)).toBe(1)
})
