import { expect, test } from 'vitest'
import { addDays, localDateInWit } from '#domain/shared/local-date.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import { Scenario, WHO } from './testing/case-scenario.ts'

const FAULT = {
  code: 'DOC_UNREADABLE',
  instruction: 'Foto ulang KTP-el ibu di tempat terang.',
  ruleId: 'KTP_MOTHER',
} as const
const story = () => new Scenario()
const late = () => new Scenario('BIRTH_REGULAR', { birthDate: '2026-01-02' })
const today = (scenario: Scenario) => localDateInWit(scenario.now)

test('T01 an officer or an applicant creates a draft', () => {
  expect(story().draft(WHO.hanafi).case).toMatchObject({
    stage: 'DRAFT',
    version: 1,
    owner: { id: 'hanafi' },
  })
  expect(story().draft(WHO.citizen).case.owner.id).toBe('citizen')
})

test('T02 a fit draft is submitted, gets its number and its frozen checklist', () => {
  const { case: file } = story().submitted()
  expect(file).toMatchObject({ stage: 'SUBMITTED', number: '26-00001', submittedBy: { id: 'hanafi' } })
  expect(file.checklist.length).toBeGreaterThan(3)
  expect(file.checklist.every((item) => item.result === 'unchecked')).toBe(true)
})

test('T03 a draft is discarded by its side', () => {
  expect(story().draft().do(WHO.hanafi, { type: 'discard' }).case.stage).toBe('CANCELLED')
})

test('T04 an officer of the negeri takes it, with a lease of 15 minutes', () => {
  const scenario = story().submitted().do(WHO.ona, { type: 'claim' })
  expect(scenario.case).toMatchObject({
    stage: 'NEGERI_REVIEW',
    holder: { id: 'ona', until: scenario.now + 15 * 60_000 },
  })
})

test('T05 the system forwards what no negeri reviews', () => {
  const scenario = story()
    .submitted()
    .do(WHO.system, { type: 'autoForward', reason: 'Negeri tidak memeriksa' })
  expect(scenario.case.stage).toBe('FORWARDED')
})

test('T06 a checked case is forwarded; one open line stops it', () => {
  const scenario = story().reviewed()
  const [first] = scenario.case.checklist
  const open = story().submitted().do(WHO.ona, { type: 'claim' })
  expect(open.refusal(WHO.ona, { type: 'forward' })).toMatchObject({ why: 'items-unchecked' })
  expect(first?.result).toBe('ok')
  expect(scenario.do(WHO.ona, { type: 'forward' }).case).toMatchObject({ stage: 'FORWARDED' })
  expect(scenario.case.holder).toBeUndefined()
  expect(scenario.case.checklist.every((item) => item.result === 'unchecked')).toBe(true)
})

test('T07 the negeri returns it to the applicant with coded faults and a day of expiry', () => {
  const scenario = story()
    .reviewed()
    .do(WHO.ona, { type: 'returnToApplicant', faults: [FAULT] })
  expect(scenario.case).toMatchObject({
    stage: 'RETURNED_APPLICANT',
    returnCount: 1,
    returned: { fromStage: 'NEGERI_REVIEW', by: { id: 'ona' }, expiresOn: addDays(today(scenario), 30) },
  })
})

test('T08 a repaired case goes back to the stage and the desk that returned it', () => {
  const scenario = story()
    .reviewed()
    .do(WHO.ona, { type: 'returnToApplicant', faults: [FAULT] })
  expect(scenario.refusal(WHO.hanafi, { type: 'resubmit', answers: [] })).toEqual({
    why: 'faults-unanswered',
    faults: [0],
  })
  scenario.paper(WHO.hanafi, 'KTP_MOTHER').do(WHO.hanafi, { type: 'resubmit', answers: [] })
  expect(scenario.case).toMatchObject({ stage: 'NEGERI_REVIEW', holder: { id: 'ona' } })
})

test('T08 from the Dinas goes back to verification, and to the queue of the stage when the desk is gone', () => {
  const applicants = () => {
    const scenario = story().draft(WHO.citizen).addPapers(WHO.citizen).do(WHO.citizen, { type: 'submit' })
    scenario
      .do(WHO.ona, { type: 'claim' })
      .checkAll(WHO.ona)
      .do(WHO.ona, { type: 'forward' })
      .do(WHO.yopi, { type: 'claim' })
    return scenario.do(WHO.yopi, { type: 'returnToApplicant', faults: [FAULT] })
  }
  const answers = [{ fault: 0, answer: 'Sudah difoto ulang' }]
  expect(applicants().do(WHO.citizen, { type: 'resubmit', answers }).case).toMatchObject({
    stage: 'VERIFICATION',
    holder: { id: 'yopi' },
  })
  const { desk: _gone, ...facts } = applicants().facts()
  const gone = applicants()
  const answer = gone.ask(WHO.citizen, { type: 'resubmit', answers }, { ...facts, desk: undefined as never })
  expect(answer).toMatchObject({ ok: true, events: [{ type: 'Resubmitted', stage: 'VERIFICATION' }] })
})

test('T09 the system lets it expire on day 30, not a day before', () => {
  const scenario = story()
    .reviewed()
    .do(WHO.ona, { type: 'returnToApplicant', faults: [FAULT] })
  expect(scenario.refusal(WHO.system, { type: 'expire' }, { at: scenario.now + 29 * DAY_MS })).toMatchObject({
    why: 'not-yet',
  })
  expect(scenario.do(WHO.system, { type: 'expire' }, { at: scenario.now + 30 * DAY_MS }).case.stage).toBe(
    'EXPIRED',
  )
})

test('T09 before it, the system reminds: each day once, the case stays, and it is in its history', () => {
  const scenario = story()
    .reviewed()
    .do(WHO.ona, { type: 'returnToApplicant', faults: [FAULT] })
    .do(WHO.system, { type: 'remind', day: 7 })
  expect(scenario.case).toMatchObject({ stage: 'RETURNED_APPLICANT', returned: { remindedDay: 7 } })
  expect(scenario.refusal(WHO.system, { type: 'remind', day: 7 })).toEqual({ why: 'nothing-changes' })
  expect(scenario.refusal(WHO.ona, { type: 'remind', day: 14 })).toMatchObject({ why: 'not-your-role' })
  expect(scenario.do(WHO.system, { type: 'remind', day: 14 }).case.returned?.remindedDay).toBe(14)
})

test('T10 an operator takes it at the Dinas', () => {
  expect(story().forwarded().do(WHO.lena, { type: 'claim' }).case).toMatchObject({
    stage: 'VERIFICATION',
    holder: { id: 'lena' },
  })
})

test('T11 an operator returns it to the negeri', () => {
  const scenario = story()
    .inVerification()
    .do(WHO.yopi, { type: 'returnToNegeri', faults: [FAULT] })
  expect(scenario.case).toMatchObject({
    stage: 'RETURNED_NEGERI',
    returned: { fromStage: 'VERIFICATION', by: { id: 'yopi' } },
  })
})

test('T12 an operator returns past the negeri only to an applicant with an account', () => {
  const scenario = story().inVerification()
  expect(scenario.refusal(WHO.yopi, { type: 'returnToApplicant', faults: [FAULT] })).toEqual({
    why: 'applicant-has-no-account',
  })
})

test('T13 the negeri repairs, and it returns to verification and the same desk', () => {
  const scenario = story().inVerification()
  scenario.do(WHO.yopi, { type: 'checkItem', ruleId: 'KK', result: 'problem', ground: 'Nama ibu berbeda' })
  scenario.do(WHO.yopi, { type: 'returnToNegeri', faults: [FAULT] })
  scenario.do(WHO.hanafi, { type: 'repair', answers: [{ fault: 0, answer: 'KTP-el sudah difoto ulang' }] })
  expect(scenario.case).toMatchObject({
    stage: 'VERIFICATION',
    holder: { id: 'yopi' },
    repairs: [{ fault: 0 }],
  })
  const marks = Object.fromEntries(scenario.case.checklist.map((item) => [item.ruleId, item.result]))
  expect([marks['KTP_MOTHER'], marks['KK']]).toEqual(['unchecked', 'unchecked'])
  expect(Object.values(marks).filter((mark) => mark === 'ok').length).toBe(scenario.case.checklist.length - 2)
})

test('T14 the negeri passes it on to the applicant; the day of expiry stays', () => {
  const scenario = story()
    .inVerification()
    .do(WHO.yopi, { type: 'returnToNegeri', faults: [FAULT] })
  const { expiresOn } = scenario.case.returned ?? {}
  scenario.later(48).do(WHO.hanafi, { type: 'passOn' })
  expect(scenario.case).toMatchObject({
    stage: 'RETURNED_APPLICANT',
    returned: { expiresOn, fromStage: 'VERIFICATION' },
  })
})

test('T15 a checked case, confirmed in SIAK, is accepted and stays with its operator', () => {
  const scenario = story().inVerification()
  expect(
    scenario.refusal(WHO.yopi, { type: 'accept', nikConfirmed: true, duplicatesCleared: false }),
  ).toEqual({ why: 'siak-unconfirmed' })
  scenario.do(WHO.yopi, { type: 'accept', nikConfirmed: true, duplicatesCleared: true })
  expect(scenario.case).toMatchObject({
    stage: 'SIAK_ENTRY',
    holder: { id: 'yopi' },
    completeAt: scenario.now,
    birthTiming: 'ON_TIME',
  })
})

test('T16 the operator proposes the draft and lets go', () => {
  const scenario = story().inSiakEntry()
  expect(scenario.refusal(WHO.yopi, { type: 'proposeDraft', reference: 'SIAK-1' })).toEqual({
    why: 'draft-missing',
  })
  scenario.do(WHO.yopi, { type: 'proposeDraft', reference: 'SIAK-1', note: 'Lembar data' })
  expect(scenario.case).toMatchObject({ stage: 'VALIDATION', siak: { enteredBy: { id: 'yopi' } } })
  expect(scenario.case.holder).toBeUndefined()
})

test('T17 the verifier sends the draft back', () => {
  expect(
    story().inValidation().do(WHO.verifier, { type: 'sendBack', reason: 'Nama ayah salah' }).case.stage,
  ).toBe('SIAK_ENTRY')
})

test('T18 the verifier returns it to the negeri, and the repair comes back to validation', () => {
  const scenario = story()
    .inValidation()
    .do(WHO.verifier, { type: 'returnToNegeri', faults: [FAULT] })
  expect(scenario.case.stage).toBe('RETURNED_NEGERI')
  scenario.do(WHO.ona, { type: 'repair', answers: [{ fault: 0, answer: 'Sudah difoto ulang' }] })
  expect(scenario.case).toMatchObject({ stage: 'VALIDATION', holder: { id: 'verifier' } })
})

test('T19 a late birth goes to the head', () => {
  expect(late().approved().case).toMatchObject({ stage: 'HEAD_APPROVAL', birthTiming: 'LATE' })
})

test('T20 any other goes to the signature', () => {
  expect(story().approved().case).toMatchObject({ stage: 'AWAITING_TTE', validatedBy: { id: 'verifier' } })
})

test('T21 the head approves the late birth by number and date', () => {
  const scenario = late().approved()
  const tomorrow = addDays(today(scenario), 1)
  expect(
    scenario.refusal(WHO.head, { type: 'approveLate', decisionNumber: '1', decidedOn: tomorrow }),
  ).toMatchObject({ why: 'date-in-future' })
  scenario.do(WHO.head, { type: 'approveLate', decisionNumber: '474/1/2026', decidedOn: today(scenario) })
  expect(scenario.case).toMatchObject({ stage: 'AWAITING_TTE', lateDecision: { number: '474/1/2026' } })
})

test('T22 the head refuses it, back to validation', () => {
  expect(
    late().approved().do(WHO.head, { type: 'refuseLate', reason: 'Berkas kurang meyakinkan' }).case.stage,
  ).toBe('VALIDATION')
})

test('T23 issue is recorded with every output of the case', () => {
  const scenario = story().awaitingTte().do(WHO.lena, { type: 'claim' })
  const documents = scenario.signedDocuments()
  expect(scenario.refusal(WHO.lena, { type: 'recordSigned', documents: documents.slice(1) })).toMatchObject({
    why: 'outputs-incomplete',
  })
  const bare = documents.map(({ officialLink: _none, ...document }) => document)
  expect(scenario.refusal(WHO.lena, { type: 'recordSigned', documents: bare })).toMatchObject({
    why: 'outputs-incomplete',
  })
  scenario.do(WHO.lena, { type: 'recordSigned', documents })
  expect(scenario.case).toMatchObject({ stage: 'ISSUED', issuedAt: scenario.now })
  expect(scenario.case.issued.length).toBe(documents.length)
})

test('T24 the head refuses to sign, back to validation', () => {
  expect(
    story().awaitingTte().do(WHO.head, { type: 'refuseSign', reason: 'Nama ibu keliru' }).case.stage,
  ).toBe('VALIDATION')
})

test('T25 the negeri hands it over', () => {
  expect(story().delivered().case).toMatchObject({
    stage: 'DELIVERED',
    delivery: { channel: 'hand', receiver: 'Yohanis' },
  })
})

test('T26 receipt is confirmed by a person at once, by the system after 7 days', () => {
  expect(story().closed().case.stage).toBe('CLOSED')
  const scenario = story().delivered()
  expect(scenario.refusal(WHO.system, { type: 'confirm' })).toMatchObject({
    why: 'not-yet',
    from: scenario.now + 7 * DAY_MS,
  })
  expect(scenario.later(7 * 24).do(WHO.system, { type: 'confirm' }).case.stage).toBe('CLOSED')
})

test('T27 an error of the office opens a closed case again', () => {
  const scenario = story()
    .closed()
    .do(WHO.hanafi, { type: 'reportError', what: 'Nama ibu tertulis salah di akta' })
  expect(scenario.case).toMatchObject({ stage: 'CORRECTION', error: { by: { id: 'hanafi' } } })
})

test('T27 a correction climbs the ladder anew, however far the case had climbed before it was issued', () => {
  const scenario = story().forwarded().do(WHO.system, { type: 'escalate', level: 5 })
  scenario.file = { ...story().issued().case, escalation: scenario.case.escalation }
  scenario.do(WHO.hanafi, { type: 'reportError', what: 'Nama ibu tertulis salah di akta' })
  expect(scenario.case).toMatchObject({ stage: 'CORRECTION', escalation: 0 })
  expect(scenario.do(WHO.system, { type: 'escalate', level: 4 }).case.escalation).toBe(4)
})

test('T28 the corrected draft supersedes what was issued', () => {
  const scenario = story()
    .issued()
    .do(WHO.hanafi, { type: 'reportError', what: 'Nama ibu tertulis salah di akta' })
  scenario
    .do(WHO.lena, { type: 'claim' })
    .do(WHO.lena, { type: 'proposeDraft', reference: 'SIAK-2', note: 'Nama ibu dibetulkan' })
  expect(scenario.case.stage).toBe('VALIDATION')
  expect(scenario.case.issued.every((document) => document.superseded)).toBe(true)
})

test('T29 a rejection needs a second person', () => {
  const reject = {
    type: 'reject',
    code: 'NOT_ENTITLED',
    ground: 'Pemohon bukan keluarga',
    route: 'Pengaduan lewat loket Dinas',
  } as const
  const scenario = story().inVerification().do(WHO.verifier, reject)
  expect(scenario.case.stage).toBe('VERIFICATION')
  expect(scenario.refusal(WHO.verifier, { type: 'confirmRejection' })).toEqual({
    why: 'same-person',
    did: 'rejection',
  })
  scenario.do(WHO.supervisor, { type: 'confirmRejection' })
  expect(scenario.case).toMatchObject({ stage: 'REJECTED', ended: { code: 'NOT_ENTITLED' } })
})

test('T30 the applicant cancels; an officer only with the applicant’s statement; nobody after issue', () => {
  const cancel = { type: 'cancel', reason: 'Pemohon menarik permohonan' } as const
  const scenario = story().forwarded()
  expect(scenario.refusal(WHO.hanafi, cancel)).toEqual({ why: 'statement-missing' })
  expect(scenario.do(WHO.hanafi, { ...cancel, statement: 'Surat pemohon 3 Juni' }).case.stage).toBe(
    'CANCELLED',
  )
  const corrected = story()
    .issued()
    .do(WHO.hanafi, { type: 'reportError', what: 'Nama ibu tertulis salah di akta' })
  corrected
    .do(WHO.lena, { type: 'claim' })
    .do(WHO.lena, { type: 'proposeDraft', reference: 'SIAK-2', note: 'Dibetulkan' })
  expect(corrected.refusal(WHO.hanafi, { ...cancel, statement: 'Surat pemohon' })).toMatchObject({
    why: 'not-in-stage',
  })
})

test('T31 a hold and its end lead back to the same stage', () => {
  const scenario = story().inVerification()
  scenario.do(WHO.supervisor, {
    type: 'hold',
    reason: 'SIAK tidak menjawab',
    expectedOn: addDays(today(scenario), 1),
  })
  expect(scenario.case).toMatchObject({ stage: 'ON_HOLD', held: { from: 'VERIFICATION' } })
  scenario.do(WHO.supervisor, { type: 'resume', reason: 'SIAK pulih' })
  expect(scenario.case.stage).toBe('VERIFICATION')
  expect(scenario.case.held).toBeUndefined()
})

test('T32 a supervisor breaks a lease and gives the case to a colleague of that stage', () => {
  const scenario = story().inVerification()
  const reassign = { type: 'reassign', toPersonId: 'lena', reason: 'Yopi sakit hari ini' } as const
  const lena = { id: 'lena', name: 'Lena Matital', role: 'OPERATOR' } as const
  expect(scenario.refusal(WHO.supervisor, reassign)).toEqual({ why: 'unknown-person' })
  const verifier = { id: 'lena', name: 'Lena', role: 'VERIFIER' } as const
  expect(scenario.refusal(WHO.supervisor, reassign, { person: verifier })).toEqual({ why: 'unknown-person' })
  expect(scenario.do(WHO.supervisor, reassign, { person: lena }).case.holder?.id).toBe('lena')
  expect(scenario.refusal(WHO.yopi, { type: 'claim' })).toMatchObject({ why: 'held-by-other' })
})

test('T33 an escalation is a mark, each rung written once', () => {
  const scenario = story().forwarded().do(WHO.system, { type: 'escalate', level: 2 })
  expect(scenario.case).toMatchObject({ stage: 'FORWARDED', escalation: 2 })
  expect(scenario.refusal(WHO.system, { type: 'escalate', level: 2 })).toEqual({ why: 'nothing-changes' })
  scenario.do(WHO.yopi, { type: 'claim' })
  expect(scenario.case.escalation).toBe(0)
  scenario.do(WHO.supervisor, { type: 'escalate', level: 4 }).checkAll(WHO.yopi)
  scenario.do(WHO.yopi, { type: 'accept', nikConfirmed: true, duplicatesCleared: true })
  expect(scenario.case.escalation).toBe(4)
})
