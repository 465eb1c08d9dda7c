import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { BANDA, WHO } from '#domain/case/testing/case-scenario.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { loadCase, loadEvents } from './load-case.ts'
import { runEach } from './run-each.ts'
import { House, ORIGIN } from './testing/house.ts'

let house: House
beforeAll(async () => {
  house = await new House(await testDatabase()).open()
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

const envelope = (caseId: string, command: CaseCommand) => ({
  commandId: randomUUID(),
  caseId,
  seenVersion: 1,
  command,
})
const each = (actor: Actor, envelopes: Parameters<typeof runEach>[2]) =>
  runEach(house.shell, actor, envelopes, ORIGIN)
const claims = (ids: readonly string[]) => ids.map((id) => envelope(id, { type: 'claim' }))

test('each of many has its own answer in its own place: done, faster, foreign, missing', async () => {
  const [mine, held, foreign] = await Promise.all([
    house.submitted(),
    house.submitted(),
    house.submitted(WHO.elsewhere, BANDA),
  ])
  await house.do(WHO.ona, held, { type: 'claim' })
  const answers = await each(WHO.hanafi, claims([held, mine, foreign, randomUUID()]))
  expect(answers).toMatchObject([
    { ok: false, refusal: { why: 'held-by-other', holder: { name: WHO.ona.name } } },
    { ok: true, caseId: mine, repeated: false, row: { holder: { id: WHO.hanafi.id } } },
    { ok: false, refusal: { why: 'not-found' } },
    { ok: false, refusal: { why: 'not-found' } },
  ])
})

test('sent again, also by two at once, nothing is done twice; of two people each case has one winner', async () => {
  const ids = await Promise.all([house.submitted(), house.submitted(), house.submitted()])
  const batch = claims(ids)
  const [first, again] = await Promise.all([each(WHO.hanafi, batch), each(WHO.hanafi, batch)])
  for (const answers of [first, again]) expect(answers).toMatchObject(ids.map(() => ({ ok: true })))
  for (const id of ids)
    expect((await loadEvents(house.shell, id)).filter((event) => event.type === 'Claimed')).toHaveLength(1)

  const more = await Promise.all([house.submitted(), house.submitted(), house.submitted()])
  const both = await Promise.all([each(WHO.hanafi, claims(more)), each(WHO.ona, claims(more.toReversed()))])
  const won = both.flat().filter((answer) => 'ok' in answer && answer.ok)
  expect(won).toHaveLength(more.length)
})

test('one that fails the whole does not keep the others from being done', async () => {
  const [good, broken] = await Promise.all([house.submitted(), house.submitted()])
  await house.db.pool.query("update case_file set sealed = '\\x00' where id = $1", [broken])
  // Another instance, which has not seen these cases.
  const other = new House(house.db, { connections: 3 })
  const answers = await runEach(other.shell, WHO.hanafi, claims([broken, good]), ORIGIN)
  await other.close()
  expect(answers[0]).toMatchObject({ faultId: expect.stringMatching(/^\w{3}-\w{3}$/) })
  expect(answers[1]).toMatchObject({ ok: true })
  expect((await loadCase(house.shell, good))?.holder?.id).toBe(WHO.hanafi.id)
})

test('of two who accept a late act one does it, once; a holder who changed meanwhile cannot', async () => {
  const { yopi, lena } = WHO
  const caseId = await house.forwarded()
  await house.do(yopi, caseId, { type: 'claim' })
  const [item] = (await loadCase(house.shell, caseId))?.checklist ?? []
  const work = { type: 'checkItem', ruleId: item?.ruleId ?? '', result: 'problem' } as const
  const propose = async (ground: string) => {
    const proposalId = randomUUID()
    await house.do(yopi, caseId, { type: 'proposeWork', proposalId, work: { ...work, ground } })
    return proposalId
  }
  house.now += 3_600_000
  await house.do(lena, caseId, { type: 'claim' })
  const first = await propose('Buram')
  const take = { type: 'takeWork', proposalId: first } as const
  const answers = await Promise.all([house.run(lena, caseId, take), house.run(lena, caseId, take)])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  const same = randomUUID()
  const second = await propose('Terpotong')
  const again = { type: 'takeWork', proposalId: second } as const
  // The same sending twice: the second hears what became of the first, and nothing happens twice.
  const [once, twice] = [
    await house.run(lena, caseId, again, same),
    await house.run(lena, caseId, again, same),
  ]
  expect([once, twice]).toMatchObject([
    { ok: true, repeated: false },
    { ok: true, repeated: true },
  ])
  const count = async (type: string) =>
    (await loadEvents(house.shell, caseId)).filter((event) => event.type === type).length
  expect([await count('WorkTaken'), await count('ItemChecked')]).toEqual([
    2,
    item ? 2 + (await negeriChecks()) : 0,
  ])

  const third = await propose('Miring')
  house.now += 3_600_000
  await house.do(yopi, caseId, { type: 'claim' })
  expect(await house.refusal(lena, caseId, { type: 'takeWork', proposalId: third })).toMatchObject({
    why: 'held-by-other',
  })
  const waiting = (await loadCase(house.shell, caseId))?.proposals?.find((one) => one.id === third)
  expect(waiting).toMatchObject({ work, by: { id: yopi.id } })
  expect(waiting?.settled).toBeUndefined()

  async function negeriChecks(): Promise<number> {
    const events = await loadEvents(house.shell, caseId)
    return events.filter((event) => event.type === 'ItemChecked' && event.by.id === WHO.ona.id).length
  }
})
