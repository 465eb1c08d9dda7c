import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import { fold } from './evolve.ts'
import { possibleActions } from './may-do.ts'
import { STAGE } from './stage.ts'
import { MORNING, Scenario, WHO } from './testing/case-scenario.ts'

const FAULT = { code: 'DOC_UNREADABLE', instruction: 'Foto ulang KTP-el ibu.', ruleId: 'KTP_MOTHER' } as const
const story = () => new Scenario()

describe('separation of duties', () => {
  test('the operator of the entry cannot approve it', () => {
    const scenario = story()
      .inSiakEntry()
      .do(WHO.yopi, { type: 'proposeDraft', reference: 'SIAK-1', note: 'Lembar data' })
    const promoted = { ...WHO.yopi, role: 'VERIFIER' } as const
    scenario.do(promoted, { type: 'claim' })
    expect(scenario.refusal(promoted, { type: 'approve' })).toEqual({ why: 'same-person', did: 'siak-entry' })
  })

  test('whoever validated neither approves the late birth, nor records the issue, nor signs', () => {
    const late = new Scenario('BIRTH_REGULAR', { birthDate: '2026-01-02' }).approved()
    const acting = { ...WHO.verifier, role: 'HEAD' } as const
    const decision = { type: 'approveLate', decisionNumber: '1', decidedOn: '2026-06-09' } as const
    expect(late.refusal(acting, decision)).toEqual({ why: 'same-person', did: 'validation' })
    const scenario = story().awaitingTte().do(WHO.lena, { type: 'claim' })
    const documents = scenario
      .signedDocuments()
      .map((document) => ({ ...document, signer: 'ruth  latuconsina '.replace('  ', ' ') }))
    expect(scenario.refusal(WHO.lena, { type: 'recordSigned', documents })).toEqual({
      why: 'same-person',
      did: 'validation',
    })
  })

  test('an officer’s own family’s case is forwarded by another officer', () => {
    const flags = { conflictOfInterest: true, vulnerable: false, urgent: false }
    const scenario = story()
      .submitted(WHO.hanafi)
      .do(WHO.hanafi, { type: 'setFlags', flags })
      .do(WHO.hanafi, { type: 'claim' })
    scenario.checkAll(WHO.hanafi)
    expect(scenario.refusal(WHO.hanafi, { type: 'forward' })).toEqual({
      why: 'same-person',
      did: 'submission',
    })
    const cleared = { type: 'setFlags', flags: { ...flags, conflictOfInterest: false } } as const
    expect(scenario.refusal(WHO.hanafi, cleared)).toEqual({ why: 'supervisor-only' })
    scenario
      .do(WHO.hanafi, { type: 'release' })
      .do(WHO.ona, { type: 'claim' })
      .do(WHO.ona, { type: 'forward' })
    expect(scenario.case.stage).toBe('FORWARDED')
  })
})

describe('birth timing', () => {
  // The report is made on 2026-06-09 (WIT).
  test.each([
    ['2026-04-10', 60, 'ON_TIME', 'AWAITING_TTE'],
    ['2026-04-09', 61, 'LATE', 'HEAD_APPROVAL'],
  ])('born %s, day %i: %s, then %s', (birthDate, _day, timing, stage) => {
    const scenario = new Scenario('BIRTH_REGULAR', { birthDate }).approved()
    expect(scenario.case).toMatchObject({ birthTiming: timing, stage })
  })

  test('it is counted to the first report, however long the repair takes', () => {
    const scenario = new Scenario('BIRTH_REGULAR', { birthDate: '2026-04-10' }).inVerification()
    scenario.do(WHO.yopi, { type: 'returnToNegeri', faults: [FAULT] }).later(72)
    scenario.do(WHO.ona, { type: 'repair', answers: [{ fault: 0, answer: 'Sudah' }] }).checkAll(WHO.yopi)
    scenario.do(WHO.yopi, { type: 'accept', nikConfirmed: true, duplicatesCleared: true })
    expect(scenario.case.birthTiming).toBe('ON_TIME')
  })

  test('nobody approves a late birth past the head, not even after a refused signature', () => {
    const scenario = new Scenario('BIRTH_REGULAR', { birthDate: '2026-01-02' }).awaitingTte()
    scenario
      .do(WHO.head, { type: 'refuseSign', reason: 'Nama ibu keliru' })
      .do(WHO.verifier, { type: 'claim' })
    expect(scenario.do(WHO.verifier, { type: 'approve' }).case.stage).toBe('HEAD_APPROVAL')
  })
})

describe('the lease', () => {
  test('of two claims one wins, and the other is told who and since when', () => {
    const scenario = story().forwarded().do(WHO.yopi, { type: 'claim' })
    expect(scenario.refusal(WHO.lena, { type: 'claim' })).toMatchObject({
      why: 'held-by-other',
      holder: { name: 'Yopi Sahusilawa', since: scenario.now },
    })
  })

  test('frees the case by itself, and the next one takes over', () => {
    const scenario = story().inVerification()
    const at = scenario.now + 15 * MINUTE_MS
    expect(scenario.refusal(WHO.lena, { type: 'claim' }, { at: at - 1 })).toMatchObject({
      why: 'held-by-other',
    })
    scenario.do(WHO.lena, { type: 'claim' }, { at })
    expect(
      scenario.refusal(WHO.yopi, { type: 'accept', nikConfirmed: true, duplicatesCleared: true }),
    ).toMatchObject({ why: 'held-by-other' })
  })

  test('work is done by the holder only, and work keeps the case in their hands', () => {
    const scenario = story().forwarded().do(WHO.yopi, { type: 'claim' }).do(WHO.yopi, { type: 'release' })
    const [item] = scenario.case.checklist
    const check = { type: 'checkItem', ruleId: item?.ruleId ?? '', result: 'ok' } as const
    expect(scenario.refusal(WHO.yopi, check)).toEqual({ why: 'not-held', command: 'checkItem' })
    scenario.do(WHO.yopi, { type: 'claim' })
    const first = scenario.case.holder?.until ?? 0
    scenario.do(WHO.yopi, check, { at: scenario.now + 5 * MINUTE_MS })
    expect(scenario.case.holder?.until).toBe(first + 5 * MINUTE_MS)
  })

  test('that ran out is still mine while nobody took the case', () => {
    const scenario = story().inVerification()
    const at = scenario.now + HOUR_MS
    scenario.do(WHO.yopi, { type: 'accept', nikConfirmed: true, duplicatesCleared: true }, { at })
    expect(scenario.case.holder?.until).toBe(at + 15 * MINUTE_MS)
  })

  test('the system takes back only what has run out', () => {
    const scenario = story().inVerification()
    expect(scenario.refusal(WHO.system, { type: 'release' })).toMatchObject({ why: 'not-yet' })
    scenario.do(WHO.system, { type: 'release' }, { at: scenario.now + DAY_MS })
    expect(scenario.case).toMatchObject({ stage: 'VERIFICATION' })
    expect(scenario.case.holder).toBeUndefined()
  })
})

describe('editing together', () => {
  const edit = (value: string, base: string | null) =>
    ({ type: 'edit', changed: { motherName: value }, base: { motherName: base } }) as const

  test('different fields merge; the same field keeps both values until a person picks', () => {
    const scenario = story().draft().do(WHO.hanafi, edit('ESTER L', 'ESTER LEWERISSA'))
    scenario.do(WHO.ona, edit('ESTHER LEWERISSA', 'ESTER LEWERISSA'))
    expect(scenario.case.answers['motherName']).toBe('ESTER L')
    expect(scenario.case.conflicts).toMatchObject([
      { field: 'motherName', proposed: 'ESTHER LEWERISSA', by: { id: 'ona' } },
    ])
    scenario.addPapers()
    expect(scenario.refusal(WHO.hanafi, { type: 'submit' })).toEqual({
      why: 'conflicts-open',
      fields: ['motherName'],
    })
    scenario.do(WHO.hanafi, { type: 'settleConflict', field: 'motherName', value: 'ESTHER LEWERISSA' })
    expect(scenario.do(WHO.hanafi, { type: 'submit' }).case.answers['motherName']).toBe('ESTHER LEWERISSA')
  })

  test('the same value twice is no conflict, and changes nothing', () => {
    const scenario = story().draft().do(WHO.hanafi, edit('ESTER L', 'ESTER LEWERISSA'))
    expect(scenario.refusal(WHO.ona, edit('ESTER L', 'ESTER LEWERISSA'))).toEqual({ why: 'nothing-changes' })
  })

  test('a changed field answers the fault that named it', () => {
    const fault = {
      code: 'DATA_CONFLICT',
      instruction: 'Nama ibu berbeda di KK.',
      field: 'motherName',
    } as const
    const scenario = story()
      .inVerification()
      .do(WHO.yopi, { type: 'returnToNegeri', faults: [fault] })
    expect(scenario.refusal(WHO.ona, { type: 'repair', answers: [] })).toEqual({
      why: 'faults-unanswered',
      faults: [0],
    })
    scenario
      .do(WHO.ona, edit('ESTHER LEWERISSA', 'ESTER LEWERISSA'))
      .do(WHO.ona, { type: 'repair', answers: [] })
    expect(scenario.case.stage).toBe('VERIFICATION')
  })

  test('a repair that makes another paper necessary is not complete without it', () => {
    const scenario = story()
      .inVerification()
      .do(WHO.yopi, { type: 'returnToNegeri', faults: [{ ...FAULT, field: 'hasBirthLetter' }] })
    scenario.do(WHO.ona, { type: 'edit', changed: { hasBirthLetter: false }, base: { hasBirthLetter: true } })
    const answers = [{ fault: 0, answer: 'Sudah difoto ulang' }]
    expect(scenario.refusal(WHO.ona, { type: 'repair', answers })).toEqual({
      why: 'papers-missing',
      ruleIds: ['F203'],
    })
    scenario.paper(WHO.ona, 'F203').do(WHO.ona, { type: 'repair', answers })
    expect(scenario.case.checklist.map((item) => item.ruleId)).toContain('F203')
    expect(scenario.case.checklist.map((item) => item.ruleId)).not.toContain('BIRTH_LETTER')
  })

  test('an applicant’s own draft is theirs alone', () => {
    const scenario = story().draft(WHO.citizen)
    expect(scenario.refusal(WHO.ona, edit('X', null))).toMatchObject({ why: 'owner-only' })
    expect(scenario.refusal(WHO.neighbour, edit('X', null))).toEqual({ why: 'not-found' })
  })

  test('a form with errors, a missing paper or a missing statement is not submitted', () => {
    const scenario = story().draft()
    expect(scenario.refusal(WHO.hanafi, { type: 'submit' })).toMatchObject({ why: 'papers-missing' })
    scenario.addPapers()
    scenario.do(WHO.hanafi, {
      type: 'edit',
      changed: { truthStatement: false },
      base: { truthStatement: true },
    })
    expect(scenario.refusal(WHO.hanafi, { type: 'submit' })).toEqual({ why: 'consent-missing' })
    scenario.do(WHO.hanafi, {
      type: 'edit',
      changed: { motherNik: '123' },
      base: { motherNik: '8101015203900008' },
    })
    expect(scenario.refusal(WHO.hanafi, { type: 'submit' })).toMatchObject({
      why: 'form-invalid',
      findings: [{ field: 'motherNik' }],
    })
  })
})

test('several lines of the checklist are marked in one breath, each on the record', () => {
  const scenario = story().submitted().do(WHO.ona, { type: 'claim' })
  const [first = '', ...also] = scenario.case.checklist.map((item) => item.ruleId)
  const check = { type: 'checkItem', ruleId: first, result: 'ok', also } as const
  expect(scenario.refusal(WHO.ona, { ...check, also: ['X'] })).toEqual({ why: 'unknown-paper', ruleId: 'X' })
  const before = scenario.case.version
  scenario.do(WHO.ona, check)
  expect(scenario.events.slice(before).filter((event) => event.type === 'ItemChecked').length).toBe(
    also.length + 1,
  )
  expect(scenario.refusal(WHO.ona, check)).toEqual({ why: 'nothing-changes' })
  expect(scenario.refusal(WHO.ona, { ...check, result: 'problem' })).toEqual({ why: 'ground-missing' })
})

describe('papers', () => {
  const file = (fileId: string) => ({ fileId, sha256: 'c'.repeat(64), mime: 'image/jpeg', bytes: 5 })
  const ID = '0190a2b4-0000-4000-8000-0000000000aa'

  test('an upload that is not finished, or another one, is no paper', () => {
    const scenario = story().draft()
    const add = { type: 'addPaper', fileId: ID, ruleId: 'KTP_MOTHER' } as const
    expect(scenario.refusal(WHO.hanafi, add)).toEqual({ why: 'file-not-ready' })
    expect(scenario.refusal(WHO.hanafi, { ...add, ruleId: 'X' }, { file: file(ID) })).toEqual({
      why: 'unknown-paper',
      ruleId: 'X',
    })
    expect(
      scenario.do(WHO.hanafi, add, { file: file(ID) }).refusal(WHO.hanafi, add, { file: file(ID) }),
    ).toEqual({ why: 'nothing-changes' })
  })

  test('what the office has seen is replaced, not removed', () => {
    const scenario = story()
      .inVerification()
      .do(WHO.yopi, { type: 'returnToNegeri', faults: [FAULT] })
    const seen = scenario.case.papers.find((paper) => paper.ruleId === 'KTP_MOTHER')
    expect(scenario.refusal(WHO.ona, { type: 'removePaper', fileId: seen?.fileId ?? '' })).toMatchObject({
      why: 'not-in-stage',
    })
    scenario.paper(WHO.ona, 'KTP_MOTHER')
    const better = scenario.case.papers.at(-1)
    expect(scenario.case.papers.find((paper) => paper.fileId === seen?.fileId)?.replacedBy).toBe(
      better?.fileId,
    )
    scenario.do(WHO.ona, { type: 'removePaper', fileId: better?.fileId ?? '' })
    expect(scenario.case.papers.find((paper) => paper.fileId === seen?.fileId)?.replacedBy).toBeUndefined()
  })
})

describe('reasons', () => {
  const refusalOf = (fault: {
    code: 'DEST_ADDRESS' | 'OTHER' | 'FALSE_DATA' | 'DOC_MISSING'
    instruction: string
    ruleId?: string
    field?: string
  }) =>
    story()
      .inVerification()
      .refusal(WHO.yopi, { type: 'returnToNegeri', faults: [fault] })

  test('fit the service, are long enough, and name what the kind knows', () => {
    expect(refusalOf({ code: 'DEST_ADDRESS', instruction: 'Alamat kurang' })).toEqual({
      why: 'reason-not-for-service',
    })
    expect(refusalOf({ code: 'OTHER', instruction: '    Terlalu pendek    ' })).toEqual({
      why: 'reason-too-short',
      least: 20,
    })
    expect(refusalOf({ code: 'FALSE_DATA', instruction: 'Akta palsu' })).toEqual({ why: 'supervisor-only' })
    expect(refusalOf({ code: 'DOC_MISSING', instruction: 'Kurang satu', ruleId: 'X' })).toEqual({
      why: 'unknown-paper',
      ruleId: 'X',
    })
    expect(refusalOf({ code: 'DOC_MISSING', instruction: 'Kurang satu', field: 'x' })).toEqual({
      why: 'unknown-field',
      field: 'x',
    })
  })

  test('of a rejection are final; a forgery is a supervisor’s word; meanwhile nothing moves', () => {
    const scenario = story().inVerification()
    const reject = { type: 'reject', ground: 'Dasar hukum tertulis', route: 'Loket pengaduan Dinas' } as const
    expect(scenario.refusal(WHO.verifier, { ...reject, code: 'DOC_MISSING' })).toEqual({
      why: 'reason-not-final',
    })
    expect(scenario.refusal(WHO.verifier, { ...reject, code: 'FALSE_DATA' })).toEqual({
      why: 'supervisor-only',
    })
    scenario.do(WHO.supervisor, { ...reject, code: 'FALSE_DATA' })
    expect(
      scenario.refusal(WHO.yopi, { type: 'accept', nikConfirmed: true, duplicatesCleared: true }),
    ).toEqual({ why: 'rejection-pending' })
    scenario.do(WHO.verifier, { type: 'dropRejection', reason: 'Akta ternyata asli' })
    expect(
      scenario.do(WHO.yopi, { type: 'accept', nikConfirmed: true, duplicatesCleared: true }).case.stage,
    ).toBe('SIAK_ENTRY')
  })
})

test('a return pauses: only the hours at the house count', () => {
  const scenario = story().draft().addPapers()
  scenario.do(WHO.hanafi, { type: 'submit' }, { at: MORNING })
  scenario.do(WHO.ona, { type: 'claim' })
  scenario.do(WHO.ona, { type: 'returnToApplicant', faults: [FAULT] }, { at: MORNING + HOUR_MS })
  scenario.do(
    WHO.hanafi,
    { type: 'resubmit', answers: [{ fault: 0, answer: 'Sudah' }] },
    { at: MORNING + 49 * HOUR_MS },
  )
  const end = MORNING + 53 * HOUR_MS
  const running = scenario.events.reduce((sum, event, index) => {
    const until = scenario.events[index + 1]?.at ?? end
    const stage = fold(scenario.events.slice(0, index + 1))?.stage ?? 'DRAFT'
    return STAGE[stage].promiseClock === 'runs' ? sum + until - event.at : sum
  }, 0)
  expect(running).toBe(5 * HOUR_MS)
})

test('a draft sent twice from a device is one case', () => {
  const scenario = story().draft()
  const again = {
    type: 'create',
    service: 'AKTA_KELAHIRAN',
    kind: 'BIRTH_REGULAR',
    negeri: '81.01.12.2001',
  } as const
  expect(scenario.refusal(WHO.hanafi, again)).toEqual({ why: 'already-exists' })
  expect(scenario.refusal(WHO.elsewhere, again)).toEqual({ why: 'not-found' })
})

test('a draft is not the Dinas’s, and another negeri’s case is nobody’s', () => {
  const scenario = story().draft()
  expect(
    scenario.refusal(WHO.yopi, {
      type: 'writeNote',
      noteId: '0190a2b4-0000-4000-8000-0000000000ab',
      text: 'x',
      visibility: 'internal',
    }),
  ).toEqual({ why: 'not-found' })
  expect(story().submitted().refusal(WHO.elsewhere, { type: 'claim' })).toEqual({ why: 'not-found' })
})

test('the screen enables what would be accepted and gives the reason for the rest', () => {
  const scenario = story().forwarded().do(WHO.yopi, { type: 'claim' })
  const actions = possibleActions(scenario.case, WHO.yopi, scenario.facts())
  const of = (command: string) => actions.find((action) => action.command === command)?.refusal
  expect(of('accept')).toMatchObject({ why: 'items-unchecked' })
  expect(of('returnToNegeri')).toBeNull()
  expect(of('returnToApplicant')).toEqual({ why: 'applicant-has-no-account' })
  expect(of('approve')).toBeUndefined()
})
