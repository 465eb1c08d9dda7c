import { afterAll, beforeAll, expect, test } from 'vitest'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { loadCase } from '#server/case/load-case.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { openDraft } from './open-draft.ts'
import { receiptOf } from './receipt.ts'

let db: TestDatabase
let house: House
beforeAll(async () => {
  db = await testDatabase()
  house = await new House(db).open()
})
afterAll(async () => {
  await house.close()
  await db.drop()
})

test('the receipt of a submitted case says what was handed in, by whom, and no number of a person', async () => {
  const caseId = await house.submitted()
  const answer = await receiptOf(house.shell, WHO.ona, caseId, ORIGIN)
  if (!answer.ok) throw new Error('no receipt')
  const { receipt } = answer
  expect(receipt).toMatchObject({ officer: WHO.hanafi.name, service: 'AKTA_KELAHIRAN', form: 'F-2.01' })
  expect(receipt.number).toMatch(/^AL-\d{2}-\d{5}$/)
  expect(receipt.papers.map((paper) => paper.label.id)).toContain('Kartu Keluarga orang tua')
  expect(receipt.qr).toMatch(/^<svg/)
  const { qr: _picture, caseId: _id, ...words } = receipt
  expect(JSON.stringify(words)).not.toMatch(/\d{16}/)
})

test('a late report names its fine where the Dinas has set one, and only then', async () => {
  const caseId = await house.draft()
  const base = { birthDate: (await loadCase(house.shell, caseId))!.answers['birthDate']! }
  await house.do(WHO.hanafi, caseId, { type: 'edit', changed: { birthDate: '2026-01-02' }, base })
  await house.addPapers(caseId)
  await house.do(WHO.hanafi, caseId, { type: 'submit' })
  const fineOf = async (id: string) => {
    const answer = await receiptOf(house.shell, WHO.ona, id, ORIGIN)
    return answer.ok ? answer.receipt.fine : undefined
  }
  expect(await fineOf(caseId)).toBeNull()
  await db.pool.query(
    "insert into setting (key, valid_from, value, entered_by) values ('lateBirthFine', to_timestamp(0), '10000', 'test')",
  )
  expect((await fineOf(caseId))?.id).toContain('Rp10.000')
  expect(await fineOf(await house.submitted())).toBeNull()
})

test('nobody from elsewhere gets it, the Dinas does once it is theirs to see', async () => {
  const caseId = await house.submitted()
  expect((await receiptOf(house.shell, WHO.elsewhere, caseId, ORIGIN)).ok).toBe(false)
  expect((await receiptOf(house.shell, WHO.regent, caseId, ORIGIN)).ok).toBe(false)
  expect((await receiptOf(house.shell, WHO.yopi, caseId, ORIGIN)).ok).toBe(true)
})

test('a submitted case is no form any more, and says that it was submitted', async () => {
  const caseId = await house.submitted()
  const answer = await openDraft(house.shell, WHO.hanafi, { caseId, again: false }, ORIGIN)
  expect(answer).toMatchObject({ ok: false, submitted: true, refusal: { why: 'not-in-stage' } })
})
