import { expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { Scenario, WHO } from '#domain/case/testing/case-scenario.ts'
import { createClockwork } from '#domain/sla/clockwork.ts'
import { HOUSE_RULES } from '#domain/sla/house-rules.ts'
import { createSealer } from '#server/seal/sealer.ts'
import { MOST_SEALED, planChange } from './plan-change.ts'

const ID = '0190a2b4-0000-4000-9000-000000000001'
const key = 'A'.repeat(43)
const sealer = createSealer({ sealing: [{ id: 1, key }], blindIndex: key })

function full(bytes: number): { story: Scenario; file: CaseFile } {
  const story = new Scenario().inVerification()
  const [item, ...rest] = story.case.checklist
  if (item === undefined) throw new Error('no checklist')
  return { story, file: { ...story.case, checklist: [{ ...item, ground: 'x'.repeat(bytes) }, ...rest] } }
}

test('a full case takes no more words, and can still go on', () => {
  const { story, file } = full(MOST_SEALED)
  const plan = (actor: Actor, command: CaseCommand, of = file) => {
    const envelope = { commandId: ID, caseId: file.id, seenVersion: 0, command }
    const asked = { actor, envelope, origin: { address: '', device: '' }, requestHash: '' }
    return planChange(sealer, asked, of, { ...story.facts(), clockwork: createClockwork(HOUSE_RULES) })
  }
  const note = { type: 'writeNote', noteId: ID, text: 'Lagi', visibility: 'internal' } as const
  const work = { type: 'checkItem', ruleId: 'KTP_MOTHER', result: 'ok' } as const
  const refused = { ok: false, refusal: { why: 'case-too-big' } }
  expect(plan(WHO.yopi, note)).toEqual(refused)
  expect(plan(WHO.lena, { type: 'proposeWork', proposalId: ID, work })).toEqual(refused)
  expect(plan(WHO.yopi, { type: 'accept', nikConfirmed: true, duplicatesCleared: true }).ok).toBe(true)
  expect(plan(WHO.yopi, note, story.case).ok).toBe(true)
})
