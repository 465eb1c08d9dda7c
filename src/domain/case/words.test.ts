import { expect, test } from 'vitest'
import { kindOf } from '#domain/service/catalogue.ts'
import type { CaseHappening } from './case-event.ts'
import type { Refusal } from './refusal.ts'
import { wordsOf } from './refusal-words.ts'
import { describeEvent } from './timeline.ts'
import { MORNING, Scenario, WHO } from './testing/case-scenario.ts'
import type { Words } from './words.ts'
import { namesOf } from './words.ts'

const words: Words = {
  ...namesOf(kindOf('AKTA_KELAHIRAN', 'BIRTH_REGULAR')),
  time: () => ({ id: '10.42 WIT', en: '10.42 WIT' }),
  date: (on) => ({ id: on, en: on }),
}
const holder = { ...WHO.yopi, since: 0, until: 1 }

const REFUSALS: readonly Refusal[] = [
  { why: 'not-found' },
  { why: 'already-exists' },
  { why: 'not-in-stage', stage: 'VALIDATION', command: 'accept', changedBy: WHO.yopi, changedAt: MORNING },
  { why: 'not-in-stage', stage: 'VALIDATION', command: 'accept' },
  { why: 'not-your-role', command: 'approve' },
  { why: 'held-by-other', holder },
  { why: 'not-held', command: 'accept' },
  { why: 'form-invalid', findings: [] },
  { why: 'papers-missing', ruleIds: ['KTP_MOTHER'] },
  { why: 'unknown-kind' },
  { why: 'unknown-negeri' },
  { why: 'unknown-field', field: 'x' },
  { why: 'unknown-output', outputId: 'x' },
  { why: 'owner-only', owner: WHO.citizen },
  { why: 'unknown-paper' },
  { why: 'file-not-ready' },
  { why: 'consent-missing' },
  { why: 'items-unchecked', ruleIds: ['KTP_MOTHER', 'KTP_FATHER', 'KK', 'F201'] },
  { why: 'ground-missing' },
  { why: 'reason-not-for-service' },
  { why: 'reason-too-short', least: 20 },
  { why: 'reason-not-final' },
  { why: 'supervisor-only' },
  { why: 'applicant-has-no-account' },
  { why: 'faults-unanswered', faults: [0, 2] },
  { why: 'not-yet', from: MORNING },
  { why: 'siak-unconfirmed' },
  { why: 'draft-missing' },
  { why: 'same-person', did: 'siak-entry' },
  { why: 'same-person', did: 'validation' },
  { why: 'same-person', did: 'rejection' },
  { why: 'same-person', did: 'submission' },
  { why: 'late-needs-head' },
  { why: 'outputs-incomplete', outputIds: ['AKTA'] },
  { why: 'date-in-future', field: 'issuedOn' },
  { why: 'date-in-past', field: 'issuedOn' },
  { why: 'statement-missing' },
  { why: 'rejection-pending' },
  { why: 'no-rejection-pending' },
  { why: 'unknown-person' },
  { why: 'conflicts-open', fields: ['motherName'] },
  { why: 'unknown-pin' },
  { why: 'pin-without-words' },
  { why: 'too-many-pins', most: 100 },
  { why: 'too-many-proposals', most: 20 },
  { why: 'proposal-too-big' },
  { why: 'case-too-big' },
  { why: 'pin-not-yours', by: WHO.yopi },
  { why: 'pins-waiting', numbers: [2, 3] },
  { why: 'pins-left-out', numbers: [2] },
  { why: 'locked', ruleIds: ['KTP_MOTHER'], fields: ['motherName'] },
  { why: 'same-paper' },
  { why: 'nothing-changes' },
  { why: 'command-id-reused' },
]

test.each(REFUSALS)('$why is said in plain words, short sentences, no exclamation', (refusal) => {
  const { id, en } = wordsOf(refusal, words)
  for (const text of [id, en]) {
    expect(text).toMatch(/^[A-ZÀ-Ý0-9].*\.$/)
    expect(text).not.toMatch(/!|undefined|silakan|mohon maaf/i)
    // Names and lists may make a sentence longer than the fifteen words of the writing rules.
    for (const sentence of text.split('. ')) expect(sentence.split(' ').length).toBeLessThanOrEqual(26)
  }
  expect(id).not.toBe(en)
})

test('the one who was faster is named, with role and time', () => {
  expect(wordsOf({ why: 'held-by-other', holder }, words).id).toBe(
    'Yopi Sahusilawa (Operator) lebih dulu mengambil permohonan ini, 10.42 WIT. Bebas lagi paling lambat 10.42 WIT.',
  )
  expect(wordsOf({ why: 'items-unchecked', ruleIds: ['KTP_MOTHER', 'KTP_FATHER'] }, words).id).toContain(
    'KTP-el ibu dan KTP-el ayah',
  )
})

test('a whole story reads as sentences with their author', () => {
  const scenario = new Scenario('BIRTH_REGULAR', { birthDate: '2026-01-02' }).closed()
  const lines = scenario.events.map((event) => describeEvent(event, words))
  expect(lines[0]?.id).toBe('Hanafi Renwarin membuat draf')
  expect(lines.map((line) => line.id)).toContain('Ona Pattiwael meneruskan ke Dinas')
  expect(lines.map((line) => line.id)).toContain(
    'Kepala Dinas menyetujui lahir terlambat, keputusan 474.1/12/2026, 2026-06-09',
  )
  for (const { id, en } of lines) expect(`${id} ${en}`).not.toMatch(/undefined|\[object/)
})

test('one’s own act is told in the second person', () => {
  const happening: CaseHappening = { type: 'Released', cause: 'byHand' }
  const event = { ...happening, caseId: 'x', version: 2, at: 0, by: WHO.yopi }
  expect(describeEvent(event, words, true)).toEqual({
    id: 'Anda melepas permohonan',
    en: 'You released the application',
  })
})
