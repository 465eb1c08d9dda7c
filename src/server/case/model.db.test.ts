import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { rowOf } from '#domain/case/row-of.ts'
import { MORNING, SAPARUA } from '#domain/case/testing/case-scenario.ts'
import { fitAnswers } from '#domain/case/testing/fit-answers.ts'
import { ofAnotherFamily } from '#domain/case/testing/of-another-family.ts'
import type { RandomStep } from '#domain/case/testing/random-command.ts'
import { aim, drawOf, randomCommand, randomStep, UUID_POOL } from '#domain/case/testing/random-command.ts'
import { BIRTH_REGULAR } from '#domain/service/akta-kelahiran/birth-regular.ts'
import { neededPapers } from '#domain/service/check-form.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { clockHistoryOf } from '#domain/sla/clock-history.ts'
import { createClockwork } from '#domain/sla/clockwork.ts'
import { HOUSE_RULES } from '#domain/sla/house-rules.ts'
import { rowClockOf } from '#domain/sla/row-clock.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { loadCase, loadEvents } from './load-case.ts'
import { runCommand } from './run-command.ts'
import { House, ORIGIN } from './testing/house.ts'
import type { Name } from './testing/model.ts'
import { GONE, idOf, Model, PEOPLE } from './testing/model.ts'

const clockwork = createClockwork(HOUSE_RULES)
let house: House
let families = 0

beforeAll(async () => {
  house = await new House(await testDatabase()).open()
  for (const [name, { id, role, areas }] of Object.entries(PEOPLE)) {
    if (role === 'SYSTEM') continue // nobody's log-in
    await house.db.pool.query(
      'insert into person (id, username, name, password_hash, role, areas, services, disabled_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, name, PEOPLE[name as Name].name, '-', role, areas, [], name === GONE ? new Date(0) : null],
    )
  }
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

/** Some uploads of a case: ten are finished, the others are not there. */
async function uploadFor(model: Model, caseId: string): Promise<void> {
  const files = Array.from({ length: 10 }, () => ({
    fileId: randomUUID(),
    sha256: 'a'.repeat(64),
    mime: 'image/jpeg',
    bytes: 1000,
  }))
  model.uploads.set(caseId, files)
  await house.db.pool.query(
    `insert into stored_file (id, owner_id, case_id, state, mime, bytes, sha256)
     select f, $2, $1, 'ready', 'image/jpeg', 1000, $3 from unnest($4::uuid[]) f`,
    [caseId, PEOPLE.hanafi.id, 'a'.repeat(64), files.map((file) => file.fileId)],
  )
}

/** The random act with this house's ids in the place of the story's. */
function inThisHouse(command: CaseCommand, model: Model, caseId: string): CaseCommand {
  const files = model.uploads.get(caseId) ?? []
  const upload = (id: string) => files[UUID_POOL.indexOf(id) % 12]?.fileId ?? id
  if (command.type === 'create')
    return {
      ...command,
      answers: ofAnotherFamily(fitAnswers('BIRTH_REGULAR', localDateInWit(house.now)), (families += 1)),
    }
  if (command.type === 'addPaper') return { ...command, fileId: upload(command.fileId) }
  const names = command.type === 'reassign' || command.type === 'handOver'
  if (names && command.toPersonId !== undefined) return { ...command, toPersonId: idOf(command.toPersonId) }
  return command
}

async function play(model: Model, caseId: string, step: RandomStep): Promise<void> {
  house.now += step.minutes * MINUTE_MS
  const before = model.files.get(caseId)
  const { actor, type } = aim(step, before?.stage ?? 'none')
  const drawn = randomCommand(
    type,
    drawOf(step),
    before ?? { checklist: [], papers: [] },
    'BIRTH_REGULAR',
    house.now,
  )
  const again = (step.numbers[7] ?? 0) % 6 === 0
  await both(model, caseId, actor, inThisHouse(drawn, model, caseId), again)
}

/** Asks the rules and the writer; what they answer, and the row that lists will show, must be the same. */
async function both(
  model: Model,
  caseId: string,
  name: Name,
  command: CaseCommand,
  again = false,
): Promise<void> {
  const actor = PEOPLE[name]
  const envelope = {
    commandId: randomUUID(),
    caseId,
    seenVersion: model.files.get(caseId)?.version ?? 0,
    command,
  }
  const answer = await runCommand(house.shell, actor, envelope, ORIGIN)
  const expected = model.decide(caseId, command, actor, house.now)
  acts[expected.ok ? 'done' : 'refused'] += 1
  if (!expected.ok) return expect(answer).toEqual(expected)
  expectSame(answer, expected.after)
  if (!again) return
  const repeated = await runCommand(house.shell, actor, envelope, ORIGIN)
  expect(repeated).toMatchObject({ ok: true, repeated: true, version: expected.after.version })
}

function expectSame(answer: CommandAnswer, after: CaseFile): void {
  if (!answer.ok)
    throw new Error(`The database refused what the rules allow: ${JSON.stringify(answer.refusal)}`)
  expect(answer.row).toEqual(rowOf(after, answer.seq, rowClockOf(clockHistoryOf(after), clockwork)))
}

const signed = (outputId: string) => ({
  outputId,
  documentNumber: '8101-1',
  issuedOn: localDateInWit(house.now),
  signer: 'Kepala Dinas',
  officialLink: 'https://dukcapil.example/d/1',
})

/** The usual way of a case, act by act, as far as `steps`: random acts alone would hardly reach the far end. */
async function lead(model: Model, caseId: string, steps: number): Promise<void> {
  let left = steps
  const act = async (name: Name, command: CaseCommand) => {
    left -= 1
    house.now += MINUTE_MS
    if (left >= 0) await both(model, caseId, name, command)
  }
  const check = async (name: Name) => {
    const items = model.files.get(caseId)?.checklist ?? []
    for (const { ruleId } of items) await act(name, { type: 'checkItem', ruleId, result: 'ok' })
  }
  /** Returned and repaired: back to the one who returned it, unless they are gone. */
  const detour = async (desk: Name) => {
    const faults = [{ code: 'DOC_UNREADABLE', instruction: 'Foto ulang', ruleId: 'KTP_MOTHER' }] as const
    await act(desk, { type: 'returnToNegeri', faults: [...faults] })
    await act('ona', { type: 'repair', answers: [{ fault: 0, answer: 'Sudah difoto ulang' }] })
    await act(desk, { type: 'checkItem', ruleId: 'KTP_MOTHER', result: 'ok' })
  }
  const answers = ofAnotherFamily(fitAnswers('BIRTH_REGULAR', localDateInWit(house.now)), (families += 1))
  const kind = 'BIRTH_REGULAR'
  await act('hanafi', { type: 'create', service: 'AKTA_KELAHIRAN', kind, negeri: SAPARUA, answers })
  const rules = neededPapers(BIRTH_REGULAR, { answers, reportOn: localDateInWit(house.now) })
  for (const [index, rule] of rules.entries()) {
    const fileId = model.uploads.get(caseId)?.[index]?.fileId ?? ''
    await act('hanafi', { type: 'addPaper', fileId, ruleId: rule.id })
  }
  await act('hanafi', { type: 'submit' })
  await act('ona', { type: 'claim' })
  await check('ona')
  await act('ona', { type: 'forward' })
  await act('yopi', { type: 'claim' })
  await check('yopi')
  await detour('yopi')
  await act('yopi', { type: 'accept', nikConfirmed: true, duplicatesCleared: true })
  await act('yopi', { type: 'proposeDraft', reference: 'SIAK-1', note: 'Lembar data' })
  await act(GONE, { type: 'claim' })
  await detour(GONE)
  await act('verifier', { type: 'claim' })
  await act('verifier', { type: 'approve' })
  await act('lena', { type: 'claim' })
  await act('lena', { type: 'recordSigned', documents: [signed('AKTA'), signed('KK')] })
  await act('hanafi', { type: 'deliver', channel: 'hand', receiver: 'Yohanis', deliveredAt: house.now })
}

const MOST_STEPS = 42
const acts = { done: 0, refused: 0 }

it(
  'random acts of random people come to the same in the rules and in the database',
  { timeout: 120_000 },
  async () => {
    const steps = fc.array(fc.tuple(fc.nat(2), randomStep), { minLength: 60, maxLength: 90 })
    const leads = fc.array(fc.nat(MOST_STEPS), { minLength: 3, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(leads, steps, async (ways, random) => {
        const model = new Model()
        house.now = MORNING
        const cases = ways.map(() => randomUUID())
        for (const [index, caseId] of cases.entries()) {
          await uploadFor(model, caseId)
          await lead(model, caseId, ways[index] ?? 0)
        }
        for (const [which, step] of random) await play(model, cases[which] ?? '', step)
        for (const caseId of cases) {
          expect(await loadCase(house.shell, caseId)).toEqual(model.files.get(caseId))
          expect(await loadEvents(house.shell, caseId)).toEqual(model.events.get(caseId) ?? [])
        }
      }),
      { numRuns: 12, endOnFailure: true },
    )
    expect(acts.done).toBeGreaterThan(300)
    expect(acts.refused).toBeGreaterThan(200)
  },
)
