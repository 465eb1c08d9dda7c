import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { sampleAnswers } from '#domain/service/sample-answers.ts'
import { seededRandom } from '#domain/service/samples/seeded-random.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { loadCase } from './load-case.ts'
import { House } from './testing/house.ts'

let house: House
beforeAll(async () => {
  house = await new House(await testDatabase(), { connections: 10 }).open()
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

/** A move with its papers, ready to be sent. The same `family` is the same people. */
async function ready(family: number, by: Actor = WHO.hanafi, negeri = SAPARUA): Promise<string> {
  const caseId = randomUUID()
  const context = { random: seededRandom(family), reportOn: localDateInWit(house.now), negeri: SAPARUA }
  const answers = sampleAnswers('MOVE_OUT', 'wholeFamily', context)
  await house.do(by, caseId, { type: 'create', service: 'SKPWNI', kind: 'MOVE_OUT', negeri, answers })
  await house.addPapers(caseId, by)
  return caseId
}

const namesOf = async (caseId: string) => {
  const members = (await loadCase(house.shell, caseId))?.answers['members'] as { readonly name: string }[]
  return members.map(({ name }) => name)
}

it('of two moves of one person that are sent at the same moment one is refused, by name', async () => {
  for (let round = 1; round <= 8; round += 1) {
    const both = [await ready(round), await ready(round, WHO.ona)]
    const answers = await Promise.all([
      house.run(WHO.hanafi, both[0]!, { type: 'submit' }),
      house.run(WHO.ona, both[1]!, { type: 'submit' }),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const refused = answers.find((answer) => !answer.ok)
    expect(refused).toEqual({
      ok: false,
      refusal: { why: 'member-moving', names: await namesOf(both[0]!) },
    })
  }
})

it('also from another negeri, whose case is not named; when the first has ended the way is free', async () => {
  const first = await ready(100)
  await house.do(WHO.hanafi, first, { type: 'submit' })
  const second = await ready(100, WHO.elsewhere, BANDA)
  expect(await house.refusal(WHO.elsewhere, second, { type: 'submit' })).toMatchObject({
    why: 'member-moving',
  })
  await house.do(WHO.hanafi, first, { type: 'cancel', reason: 'Tidak jadi pindah', statement: 'Surat' })
  expect(await house.refusal(WHO.elsewhere, second, { type: 'submit' })).toBeUndefined()
})

it('a draft binds nobody, and another family is free', async () => {
  await ready(200)
  expect(await house.refusal(WHO.hanafi, await ready(200), { type: 'submit' })).toBeUndefined()
  expect(await house.refusal(WHO.hanafi, await ready(201), { type: 'submit' })).toBeUndefined()
})

it('nobody comes in by the repair of a move that was returned', async () => {
  const returned = await ready(300)
  await house.do(WHO.hanafi, returned, { type: 'submit' })
  await house.do(WHO.ona, returned, { type: 'claim' })
  const faults = [
    { code: 'MEMBERS_INVALID', instruction: 'Lengkapi daftar anggota', field: 'members' },
  ] as const
  await house.do(WHO.ona, returned, { type: 'returnToApplicant', faults: [...faults] })
  await house.do(WHO.hanafi, await ready(301), { type: 'submit' })
  const stranger = { random: seededRandom(301), reportOn: localDateInWit(house.now), negeri: SAPARUA }
  const members = sampleAnswers('MOVE_OUT', 'wholeFamily', stranger)
  const mine = (await loadCase(house.shell, returned))!.answers
  const changed = { members: members['members']!, familyCount: members['familyCount']! }
  const base = { members: mine['members']!, familyCount: mine['familyCount']! }
  // The count on the card goes with the list that was asked for; whose card it is does not.
  const card = { changed: { noKk: '8101011504150099' }, base: { noKk: mine['noKk']! } }
  expect(await house.refusal(WHO.hanafi, returned, { type: 'edit', ...card })).toMatchObject({
    why: 'locked',
    fields: ['noKk'],
  })
  await house.do(WHO.hanafi, returned, { type: 'edit', changed, base })
  expect(
    await house.refusal(WHO.hanafi, returned, {
      type: 'resubmit',
      answers: [{ fault: 0, answer: 'Daftar sudah dilengkapi' }],
    }),
  ).toMatchObject({ why: 'member-moving' })
})
