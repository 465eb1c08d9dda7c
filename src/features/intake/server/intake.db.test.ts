import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { runCommand } from '#server/case/run-command.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { createSealer } from '#server/seal/sealer.ts'
import type { Shell } from '#server/shell.ts'
import { draftList } from './draft-list.ts'
import { openDraft } from './open-draft.ts'
import { receiptOf, verificationCode } from './receipt.ts'
import { allRegencies, regionsFor } from './region-list.ts'

const origin = { address: '127.0.0.1', device: 'test' }
const HARIA = '81.01.12.2004'
const SAPARUA = '81.01.12.2012'
const key = () => randomBytes(32).toString('base64url')
let database: TestDatabase
let shell: Shell

beforeAll(async () => {
  database = await testDatabase()
  const sealer = createSealer({ sealing: [{ id: 1, key: key() }], blindIndex: key() })
  const feed = { wake: () => undefined } as unknown as Shell['feed']
  shell = {
    pool: database.pool,
    prisma: database.prisma,
    clock: () => Date.UTC(2026, 5, 9, 1),
    sealer,
    feed,
  } as unknown as Shell
  await database.prisma.region.createMany({
    data: [
      { code: '81.01.12', name: 'Saparua', level: 'kecamatan', parentCode: '81.01' },
      { code: HARIA, name: 'Haria', level: 'negeri_desa', parentCode: '81.01.12' },
      { code: SAPARUA, name: 'Saparua', level: 'negeri_desa', parentCode: '81.01.12' },
      { code: '81.02.01.2001', name: 'Lain', level: 'negeri_desa', parentCode: '81.02.01' },
    ],
    skipDuplicates: true,
  })
})
afterAll(() => database.drop())

const anActor = (role: Actor['role'], areas: readonly string[]): Actor => ({
  id: randomUUID(),
  name: 'Yohana Titaley',
  role,
  areas,
  services: [],
})
const yohana = anActor('NEGERI_OFFICER', [SAPARUA])
const haria = anActor('NEGERI_OFFICER', [HARIA])
const kairatu = anActor('NEGERI_OFFICER', ['81.06.01.2001'])
const operator = anActor('OPERATOR', ['81.01'])

const run = (actor: Actor, caseId: string, command: CaseCommand) =>
  runCommand(shell, actor, { commandId: randomUUID(), caseId, seenVersion: 0, command }, origin)

async function aDraft(actor = yohana): Promise<string> {
  const caseId = randomUUID()
  await run(actor, caseId, {
    type: 'create',
    service: 'AKTA_KELAHIRAN',
    kind: 'BIRTH_REGULAR',
    negeri: actor.areas[0]!,
    answers: { motherNik: '8101125203880007' },
  })
  return caseId
}

const open = (actor: Actor, caseId: string) => openDraft(shell, actor, { caseId, again: false }, origin)

test('a draft opens with whole answers for the negeri that writes it, and the look is on record', async () => {
  const caseId = await aDraft()
  expect(await open(yohana, caseId)).toMatchObject({
    ok: true,
    draft: { stage: 'DRAFT', answers: { motherNik: '8101125203880007' } },
    place: { negeri: 'Saparua' },
  })
  const read = await database.pool.query(
    `select person_id from audit_entry where action = 'draft.open' and subject = $1`,
    [caseId],
  )
  expect(read.rows).toEqual([{ person_id: yohana.id }])
})

test('for everyone else it does not exist: other negeri, other regency, the Dinas, a missing one', async () => {
  const caseId = await aDraft()
  const nothing = { ok: false, refusal: { why: 'not-found' }, submitted: false }
  for (const actor of [haria, kairatu, operator]) {
    expect(await open(actor, caseId)).toEqual(nothing)
    expect((await receiptOf(shell, actor, caseId, origin)).ok).toBe(false)
    expect((await draftList(shell, actor)).map((line) => line.caseId)).not.toContain(caseId)
  }
  expect(await open(yohana, randomUUID())).toEqual(nothing)
  expect((await draftList(shell, yohana)).map((line) => line.caseId)).toContain(caseId)
})

test('a draft that was thrown away is no form any more, and has no receipt', async () => {
  const caseId = await aDraft()
  await run(yohana, caseId, { type: 'discard' })
  expect(await open(yohana, caseId)).toMatchObject({ ok: false, refusal: { why: 'not-in-stage' } })
  expect(await receiptOf(shell, yohana, caseId, origin)).toEqual({ ok: false, refusal: { why: 'not-found' } })
  expect((await draftList(shell, yohana)).map((line) => line.caseId)).not.toContain(caseId)
})

test('the code of a receipt belongs to one number and can be read out', () => {
  const code = verificationCode(shell, 'a', 'AL-26-00001')
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
  expect(verificationCode(shell, 'a', 'AL-26-00001')).toBe(code)
  expect(verificationCode(shell, 'a', 'AL-26-00002')).not.toBe(code)
})

test('regions are those of one’s own kabupaten; kabupaten and kota are those of the country', async () => {
  const codes = (await regionsFor(shell, yohana)).map(([code]) => code)
  expect(codes).toContain(HARIA)
  expect(codes).not.toContain('81.02.01.2001')
  const regencies = await allRegencies()
  expect(regencies.length).toBeGreaterThan(500)
  expect(regencies).toContainEqual(['81.71', 'Ambon (Kota)'])
})
