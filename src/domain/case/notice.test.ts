import { expect, test } from 'vitest'
import { evolve } from './evolve.ts'
import type { CaseFile } from './case-file.ts'
import { noticesOf } from './notice.ts'
import { SAPARUA, Scenario, WHO } from './testing/case-scenario.ts'

const NOTE_ID = '0190a2b4-0000-4000-8000-00000000000a'
const FAULT = { code: 'DOC_MISSING', instruction: 'KTP-el ibu belum ada.' } as const

/** Whom the last act of a story told, as short words. */
function told(scenario: Scenario): readonly string[] {
  let before: CaseFile | undefined
  let last: readonly string[] = []
  for (const event of scenario.events) {
    const after = evolve(before, event)
    const notices = noticesOf(event, before, after)
    if (event.type !== 'ClaimExtended')
      last = notices
        .filter(({ topic }) => topic !== 'watch')
        .map(({ to }) => to.personId ?? `${to.role}@${to.region}`)
    before = after
  }
  return last
}

const negeri = `NEGERI_OFFICER@${SAPARUA}`

test('what comes back is told to those who can mend it', () => {
  const scenario = new Scenario().inVerification().do(WHO.yopi, { type: 'returnToNegeri', faults: [FAULT] })
  expect(told(scenario)).toEqual([negeri])
  expect(told(scenario.do(WHO.ona, { type: 'repair', answers: [{ fault: 0, answer: 'Ada' }] }))).toEqual([
    'yopi',
  ])
})

test('a return past the negeri tells the applicant, and the negeri in copy', () => {
  const scenario = new Scenario()
    .draft(WHO.citizen)
    .addPapers(WHO.citizen)
    .do(WHO.citizen, { type: 'submit' })
  scenario
    .do(WHO.ona, { type: 'claim' })
    .checkAll(WHO.ona)
    .do(WHO.ona, { type: 'forward' })
    .do(WHO.yopi, { type: 'claim' })
  expect(told(scenario.do(WHO.yopi, { type: 'returnToApplicant', faults: [FAULT] }))).toEqual([
    'citizen',
    negeri,
  ])
})

test('whoever loses a case and whoever gets it are both told', () => {
  const scenario = new Scenario().inVerification()
  const reassign = { type: 'reassign', toPersonId: 'lena', reason: 'Yopi sakit hari ini' } as const
  expect(told(scenario.do(WHO.supervisor, reassign, { person: WHO.lena }))).toEqual(['yopi', 'lena'])
})

test('a case that went past the negeri by itself is told to negeri and supervisor', () => {
  const scenario = new Scenario()
    .submitted()
    .do(WHO.system, { type: 'autoForward', reason: 'Negeri tidak memeriksa' })
  expect(told(scenario)).toEqual([negeri, 'SUPERVISOR@81.01'])
})

test('a refused signature is told to the one who validated, a sent back draft to the one who entered it', () => {
  expect(
    told(new Scenario().awaitingTte().do(WHO.head, { type: 'refuseSign', reason: 'Nama keliru' })),
  ).toEqual(['verifier'])
  expect(
    told(new Scenario().inValidation().do(WHO.verifier, { type: 'sendBack', reason: 'Nama keliru' })),
  ).toEqual(['yopi'])
})

test('delivery is told to the applicant, and nobody is told what they did themselves', () => {
  expect(told(new Scenario().delivered())).toEqual([]) // hanafi filed it and hands it over
  const scenario = new Scenario().issued()
  expect(told(scenario)).toEqual(['hanafi', negeri])
  const deliver = {
    type: 'deliver',
    channel: 'hand',
    receiver: 'Yohanis',
    deliveredAt: scenario.now,
  } as const
  expect(told(scenario.do(WHO.ona, deliver))).toEqual(['hanafi'])
})

test('daily work tells nobody', () => {
  expect(told(new Scenario().inSiakEntry())).toEqual([])
})

const remark = (mentions: string[]) =>
  ({ type: 'writeNote', noteId: NOTE_ID, text: 'lihat', visibility: 'internal', mentions }) as const

test('who is called by name is told; an office is whoever answers for it', () => {
  const call = (...mentions: string[]) => new Scenario().inVerification().do(WHO.verifier, remark(mentions))
  expect(told(call('hanafi'))).toEqual(['hanafi'])
  expect(told(call('office:dinas'))).toEqual(['yopi']) // who has it in hand
  expect(told(call(`office:${SAPARUA}`, 'verifier'))).toEqual([negeri]) // and not oneself
  expect(told(new Scenario().submitted().do(WHO.ona, remark(['office:dinas'])))).toEqual(['SUPERVISOR@81.01'])
})

test('whoever follows a case hears of steps and words, not of every touch', () => {
  const watched = (scenario: Scenario) => {
    let before: CaseFile | undefined
    return scenario.events.flatMap((event) => {
      const after = evolve(before, event)
      const found = noticesOf(event, before, after).filter(({ topic }) => topic === 'watch')
      before = after
      return found.map(({ kind }) => kind)
    })
  }
  expect(watched(new Scenario().inVerification().do(WHO.yopi, remark([])))).toEqual([
    'Submitted',
    'Forwarded',
    'NoteWritten',
  ])
})

test('no notice says a word of a remark, nor whose case it is', () => {
  const scenario = new Scenario()
    .inVerification()
    .do(WHO.yopi, { ...remark(['hanafi']), text: 'rahasia dapur' })
  let before: CaseFile | undefined
  for (const event of scenario.events) {
    const after = evolve(before, event)
    const words = JSON.stringify(noticesOf(event, before, after))
    expect(words).not.toContain('rahasia')
    before = after
  }
})
