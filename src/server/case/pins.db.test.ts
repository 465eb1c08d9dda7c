import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { acceptBatch } from '#server/outbox/accept-batch.ts'
import { loadCase } from './load-case.ts'
import { sealCase } from './sealed.ts'
import { House, ORIGIN } from './testing/house.ts'

let house: House

beforeAll(async () => {
  house = await new House(await testDatabase()).open()
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

const box = { x: 0.2, y: 0.3, w: 0.3, h: 0.05 }

async function person(role: string, areas: readonly string[]): Promise<string> {
  const id = randomUUID()
  await house.db.pool.query(
    'insert into person (id, username, name, password_hash, role, areas, services) values ($1, $2, $2, $3, $4, $5, $6)',
    [id, `Orang ${id}`, 'x', role, areas, []],
  )
  return id
}

async function pinned(caseId: string, by: Actor, more: object = {}) {
  const file = await loadCase(house.shell, caseId)
  const paper = file?.papers.find((one) => one.ruleId === 'BIRTH_LETTER')
  const pinId = randomUUID()
  const { fileId = '' } = paper ?? {}
  const command = { type: 'pinPaper', pinId, fileId, page: 1, box, text: 'Lihat @ini', ...more } as const
  return { pinId, paper, answer: await house.run(by, caseId, command) }
}

test('a pin holds the hash of the very file, and calls nobody who may not open the case', async () => {
  const caseId = await house.forwarded()
  const [colleague, neighbour, applicant] = [
    await person('OPERATOR', ['81.01']),
    await person('NEGERI_OFFICER', [BANDA]),
    await person('CITIZEN', ['81.01']),
  ]
  const call = async (mentions: readonly string[]) => (await pinned(caseId, WHO.lena, { mentions })).answer
  for (const stranger of [neighbour, applicant, randomUUID(), `office:${BANDA}`])
    expect(await call([stranger])).toMatchObject({ ok: false, refusal: { why: 'unknown-person' } })
  expect(await call([colleague, 'office:dinas', `office:${SAPARUA}`])).toMatchObject({ ok: true })
  const file = await loadCase(house.shell, caseId)
  const paper = file?.papers.find((one) => one.ruleId === 'BIRTH_LETTER')
  expect(file?.pins).toMatchObject([{ number: 1, fileId: paper?.fileId, sha256: paper?.sha256, box }])
})

test('two who pin at once are both there, each under a number of its own', async () => {
  const caseId = await house.forwarded()
  const who = [WHO.yopi, WHO.lena, WHO.hanafi, WHO.ona, WHO.verifier, WHO.supervisor]
  const made = await Promise.all(who.map((by) => pinned(caseId, by)))
  expect(made.every(({ answer }) => answer.ok)).toBe(true)
  const pins = (await loadCase(house.shell, caseId))?.pins ?? []
  expect(pins.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  expect(new Set(pins.map(({ by }) => by.id)).size).toBe(6)
})

test('a case that was sealed before there were pins has none, and can be pinned', async () => {
  const caseId = await house.forwarded()
  const file = await loadCase(house.shell, caseId)
  if (!file) throw new Error('no case')
  const { pins: _none, ...old } = file
  await house.db.pool.query('update case_file set sealed = $2 where id = $1', [
    caseId,
    sealCase(house.shell.sealer, old as typeof file),
  ])
  expect((await loadCase(house.shell, caseId))?.pins).toEqual([])
  expect((await pinned(caseId, WHO.yopi)).answer.ok).toBe(true)
})

test('a reply written without signal arrives; what a phone changes beyond the return is kept, not done', async () => {
  const caseId = await house.forwarded()
  await house.do(WHO.yopi, caseId, { type: 'claim' })
  const { pinId, paper } = await pinned(caseId, WHO.yopi, { code: 'DOC_UNREADABLE' })
  const faults = [
    { code: 'DOC_UNREADABLE', instruction: 'Foto ulang.', ruleId: paper?.ruleId ?? '', pins: [pinId] },
  ] as const
  await house.do(WHO.yopi, caseId, { type: 'returnToNegeri', faults: [...faults] })
  const items = [
    { type: 'replyPin', pinId, replyId: randomUUID(), text: 'Besok saya foto di teras.' },
    { type: 'edit', changed: { childName: 'LAIN SEKALI' }, base: { childName: 'GRASELA TUAPETI' } },
    { type: 'repair', answers: [{ fault: 0, answer: 'Surat ini satu-satunya' }] },
  ].map((command) => ({ commandId: randomUUID(), caseId, seenVersion: 1, command }))
  const results = await acceptBatch({ ...house.shell }, WHO.hanafi, items, ORIGIN)
  expect(results.map(({ result }) => result)).toEqual(['done', 'kept', 'done'])
  const after = await loadCase(house.shell, caseId)
  expect(after).toMatchObject({ stage: 'VERIFICATION', answers: { childName: 'GRASELA TUAPETI' } })
  expect(after?.pins[0]).toMatchObject({ state: 'asked', thread: [{ text: 'Besok saya foto di teras.' }] })
})
