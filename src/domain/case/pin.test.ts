import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { kindOfCase } from './form.ts'
import { maskCase, maskEvents } from './case-view.ts'
import type { CommandOf } from './command.ts'
import { COMMAND } from './command.ts'
import type { Pin } from './pin.ts'
import { BANDA, SAPARUA, Scenario, WHO } from './testing/case-scenario.ts'

const story = () => new Scenario()
const box = { x: 0.3, y: 0.2, w: 0.25, h: 0.04 }
const idOf = (n: number) => `0190a2b4-0000-4000-a000-${String(n).padStart(12, '0')}`
const CONFIRMED = { type: 'accept', nikConfirmed: true, duplicatesCleared: true } as const

const fileOf = (scenario: Scenario, ruleId: string) =>
  scenario.case.papers.find((paper) => paper.ruleId === ruleId && paper.replacedBy === undefined)?.fileId ??
  ''

function pin(scenario: Scenario, by: Actor, ruleId: string, more: Partial<CommandOf<'pinPaper'>> = {}): Pin {
  const n = scenario.case.pins.length + 1
  const code = 'text' in more ? {} : { code: 'DOC_UNREADABLE' as const }
  scenario.do(by, {
    type: 'pinPaper',
    pinId: idOf(n),
    fileId: fileOf(scenario, ruleId),
    page: 1,
    box,
    ...code,
    ...more,
  })
  return scenario.case.pins[n - 1] as Pin
}

/** What the dialog makes of pins: one line per paper. */
const faultOf = (...pins: readonly Pin[]) => ({
  code: 'DOC_UNREADABLE' as const,
  instruction: 'Foto ulang di tempat terang.',
  ruleId: pins[0]?.ruleId ?? '',
  pins: pins.map(({ id }) => id),
})
const settle = (one: Pin, as: Pin['state'] & ('good' | 'notYet' | 'withdrawn' | 'open')) =>
  ({ type: 'settlePin', pinId: one.id, as }) as const
const stateOf = (scenario: Scenario, one: Pin) => scenario.case.pins.find(({ id }) => id === one.id)?.state

describe('a pin', () => {
  test('stands on a file, its hash, a page and a box, and never moves to another file', () => {
    const scenario = story().inVerification()
    const before = scenario.case.papers.find((paper) => paper.ruleId === 'KTP_MOTHER')
    const one = pin(scenario, WHO.yopi, 'KTP_MOTHER')
    expect(one).toMatchObject({ number: 1, fileId: before?.fileId, sha256: before?.sha256, page: 1, box })
    scenario.do(WHO.yopi, { type: 'returnToNegeri', faults: [faultOf(one)] })
    scenario.paper(WHO.hanafi, 'KTP_MOTHER').do(WHO.hanafi, { type: 'repair', answers: [] })
    expect(scenario.case.pins[0]).toMatchObject({ fileId: before?.fileId, sha256: before?.sha256, box })
    expect(fileOf(scenario, 'KTP_MOTHER')).not.toBe(before?.fileId)
  })

  test('so many stand open; taken back it makes room, but not without end', () => {
    const scenario = story().inVerification()
    const put = (n: number) => pin(scenario, WHO.yopi, 'KTP_MOTHER', { text: `Lihat ${n}` })
    const another = (text: string) =>
      scenario.refusal(WHO.yopi, {
        type: 'pinPaper',
        pinId: idOf(999),
        fileId: fileOf(scenario, 'KTP_MOTHER'),
        page: 1,
        box,
        text,
      })
    for (let n = 1; n <= 100; n += 1) put(n)
    expect(another('Lagi')).toEqual({ why: 'too-many-pins', most: 100 })
    for (const one of scenario.case.pins) scenario.do(WHO.yopi, settle(one, 'withdrawn'))
    expect(another('Lagi')).toBeUndefined()
    scenario.file = { ...scenario.case, pins: [1, 2, 3].flatMap(() => scenario.case.pins) }
    expect(another('Lagi')).toEqual({ why: 'case-too-big' })
  })

  test('of all pins together there are so many answers and no more', () => {
    const scenario = story().inVerification()
    const one = pin(scenario, WHO.yopi, 'KTP_MOTHER')
    const said = { id: idOf(1), text: 'Ya', mentions: [], by: one.by, at: one.at }
    const full = { ...one, thread: Array.from({ length: 100 }, () => said) }
    const reply = { type: 'replyPin', pinId: one.id, replyId: idOf(999), text: 'Lagi' } as const
    const others = (many: number) => Array.from({ length: many }, (_, n) => ({ ...full, id: idOf(100 + n) }))
    scenario.file = { ...scenario.case, pins: [one, ...others(4)] }
    expect(scenario.refusal(WHO.yopi, reply)).toBeUndefined()
    scenario.file = { ...scenario.case, pins: [one, ...others(5)] }
    expect(scenario.refusal(WHO.yopi, reply)).toEqual({ why: 'case-too-big' })
  })

  test('is put by anyone of the staff who may see the case, whoever holds it, and by no applicant', () => {
    const scenario = story().draft(WHO.citizen).addPapers(WHO.citizen).do(WHO.citizen, { type: 'submit' })
    scenario
      .do(WHO.ona, { type: 'claim' })
      .checkAll(WHO.ona)
      .do(WHO.ona, { type: 'forward' })
      .do(WHO.yopi, { type: 'claim' })
    const pinPaper = {
      type: 'pinPaper',
      pinId: idOf(99),
      fileId: fileOf(scenario, 'KK'),
      page: 1,
      box,
      text: 'Lihat cap',
    } as const
    for (const who of [WHO.lena, WHO.hanafi, WHO.verifier, WHO.supervisor, WHO.head])
      expect(scenario.refusal(who, pinPaper)).toBeUndefined()
    expect(scenario.refusal(WHO.citizen, pinPaper)).toEqual({ why: 'not-your-role', command: 'pinPaper' })
    expect(scenario.refusal(WHO.elsewhere, pinPaper)).toEqual({ why: 'not-found' })
    // Nobody takes the case by pinning it, and nobody's lease is touched by it.
    const holder = scenario.case.holder
    scenario.do(WHO.lena, pinPaper)
    expect(scenario.case.holder).toEqual(holder)
  })

  test('says what is wrong, by a code of the service or in words', () => {
    const scenario = story().inVerification()
    const bare = { type: 'pinPaper', pinId: idOf(1), fileId: fileOf(scenario, 'KK'), page: 1, box } as const
    expect(scenario.refusal(WHO.yopi, bare)).toEqual({ why: 'pin-without-words' })
    expect(scenario.refusal(WHO.yopi, { ...bare, code: 'OTHER' })).toEqual({ why: 'pin-without-words' })
    expect(scenario.refusal(WHO.yopi, { ...bare, code: 'DEST_ADDRESS' })).toEqual({
      why: 'reason-not-for-service',
    })
    expect(scenario.refusal(WHO.yopi, { ...bare, code: 'FALSE_DATA' })).toEqual({ why: 'supervisor-only' })
    expect(scenario.refusal(WHO.yopi, { ...bare, text: 'x', field: 'nothing' })).toMatchObject({
      why: 'unknown-field',
    })
    expect(scenario.refusal(WHO.yopi, { ...bare, text: 'x', fileId: idOf(7) })).toEqual({
      why: 'unknown-paper',
    })
  })

  test('lies on the page: what would reach beyond it is not even read', () => {
    const of = (wrong: object) =>
      COMMAND.pinPaper.safeParse({
        type: 'pinPaper',
        pinId: idOf(1),
        fileId: idOf(2),
        page: 1,
        text: 'x',
        box: { ...box, ...wrong },
      }).success
    expect(of({})).toBe(true)
    for (const wrong of [{ x: -0.1 }, { x: 0.9, w: 0.2 }, { y: 1, h: 0.1 }, { w: Number.NaN }, { z: 1 }])
      expect(of(wrong)).toBe(false)
  })

  test('calls only those who may see the case', () => {
    const scenario = story().inVerification()
    const call = (mentions: string[], mentioned?: string[]) =>
      scenario.refusal(
        WHO.yopi,
        {
          type: 'pinPaper',
          pinId: idOf(1),
          fileId: fileOf(scenario, 'KK'),
          page: 1,
          box,
          text: '@',
          mentions,
        },
        mentioned === undefined ? {} : { mentioned },
      )
    expect(call(['office:dinas', `office:${SAPARUA}`])).toBeUndefined()
    expect(call([`office:${BANDA}`])).toEqual({ why: 'unknown-person' })
    expect(call(['lena'], ['lena'])).toBeUndefined()
    expect(call(['elsewhere'], [])).toEqual({ why: 'unknown-person' })
  })

  test('is answered in a thread, settled by its side, and taken back by its author only', () => {
    const scenario = story().inVerification()
    const one = pin(scenario, WHO.lena, 'KK', { text: 'Tanggal mana yang benar?' })
    scenario.do(WHO.hanafi, { type: 'replyPin', pinId: one.id, replyId: idOf(50), text: '29 April' })
    expect(scenario.case.pins[0]?.thread).toMatchObject([{ text: '29 April', by: { id: 'hanafi' } }])
    expect(scenario.refusal(WHO.yopi, settle(one, 'withdrawn'))).toMatchObject({ why: 'pin-not-yours' })
    expect(scenario.refusal(WHO.hanafi, settle(one, 'good'))).toMatchObject({
      why: 'pin-not-yours',
      by: { id: 'lena' },
    })
    scenario.do(WHO.yopi, settle(one, 'good'))
    expect(scenario.refusal(WHO.yopi, settle(one, 'good'))).toEqual({ why: 'nothing-changes' })
    scenario.do(WHO.yopi, settle(one, 'open')).do(WHO.lena, settle(one, 'withdrawn'))
    expect(stateOf(scenario, one)).toBe('withdrawn')
    expect(scenario.refusal(WHO.yopi, settle(one, 'open'))).toMatchObject({ why: 'pin-not-yours' })
  })

  test('is nothing that an applicant reads, and shows nobody a NIK or a hash', () => {
    const scenario = story().inVerification()
    const one = pin(scenario, WHO.yopi, 'KK', {
      code: 'KK_MISMATCH',
      text: 'NIK 8101124504900008 di KK lain',
    })
    scenario.do(WHO.lena, {
      type: 'replyPin',
      pinId: one.id,
      replyId: idOf(51),
      text: '8101124504900008 benar',
    })
    scenario.do(WHO.yopi, { type: 'returnToNegeri', faults: [faultOf(one)] })
    const kind = kindOfCase(scenario.case)
    const read = (who: Actor) =>
      JSON.stringify([maskCase(scenario.case, kind, who), maskEvents(scenario.events, kind, who)])
    expect(read(WHO.hanafi)).toContain('di KK lain')
    expect(read(WHO.hanafi)).not.toMatch(/\d{16}/)
    expect(read(WHO.hanafi)).not.toContain(one.sha256)
    expect(read(WHO.citizen)).not.toContain('di KK lain')
    expect(read(WHO.citizen)).not.toContain(one.id)
    expect(read(WHO.citizen)).not.toMatch(/Pinned|PinReplied|PinSettled/)
  })
})

describe('a return made of pins', () => {
  function returned() {
    const scenario = story().inVerification()
    const date = pin(scenario, WHO.yopi, 'BIRTH_LETTER')
    const stamp = pin(scenario, WHO.lena, 'BIRTH_LETTER')
    scenario.do(WHO.yopi, { type: 'returnToNegeri', faults: [faultOf(date, stamp)] })
    return { scenario, date, stamp }
  }
  function back() {
    const made = returned()
    made.scenario.paper(WHO.hanafi, 'BIRTH_LETTER').do(WHO.hanafi, { type: 'repair', answers: [] })
    return made
  }

  test('asks for exactly these pages; everything else is locked, and says so', () => {
    const { scenario } = returned()
    const file = { fileId: idOf(70), sha256: 'f'.repeat(64), mime: 'image/jpeg', bytes: 1 }
    const add = (ruleId: string, replaces?: string) =>
      scenario.refusal(
        WHO.hanafi,
        { type: 'addPaper', fileId: file.fileId, ruleId, ...(replaces === undefined ? {} : { replaces }) },
        { file },
      )
    expect(add('BIRTH_LETTER', fileOf(scenario, 'BIRTH_LETTER'))).toBeUndefined()
    expect(add('KK', fileOf(scenario, 'KK'))).toEqual({ why: 'locked', ruleIds: ['KK'], fields: [] })
    expect(add('KK')).toEqual({ why: 'locked', ruleIds: ['KK'], fields: [] })
    const edit = {
      type: 'edit',
      changed: { motherName: 'LAIN' },
      base: { motherName: 'ESTER LEWERISSA' },
    } as const
    expect(scenario.refusal(WHO.hanafi, edit)).toEqual({ why: 'locked', ruleIds: [], fields: ['motherName'] })
  })

  test('of two pages of one paper only the pinned one is replaced', () => {
    const scenario = story()
      .draft()
      .addPapers()
      .paper(WHO.hanafi, 'BIRTH_LETTER')
      .do(WHO.hanafi, { type: 'submit' })
    scenario.do(WHO.ona, { type: 'claim' }).checkAll(WHO.ona).do(WHO.ona, { type: 'forward' })
    scenario.do(WHO.yopi, { type: 'claim' })
    const [first, second] = scenario.case.papers.filter((paper) => paper.ruleId === 'BIRTH_LETTER')
    const one = pin(scenario, WHO.yopi, 'BIRTH_LETTER', { fileId: second?.fileId ?? '' })
    scenario.do(WHO.yopi, { type: 'returnToNegeri', faults: [faultOf(one)] })
    const file = { fileId: idOf(71), sha256: 'f'.repeat(64), mime: 'image/jpeg', bytes: 1 }
    const replace = (replaces = '') =>
      scenario.refusal(
        WHO.hanafi,
        { type: 'addPaper', fileId: file.fileId, ruleId: 'BIRTH_LETTER', replaces },
        { file },
      )
    expect(replace(first?.fileId)).toMatchObject({ why: 'locked' })
    expect(replace(second?.fileId)).toBeUndefined()
    scenario.do(
      WHO.hanafi,
      { type: 'addPaper', fileId: file.fileId, ruleId: 'BIRTH_LETTER', replaces: second?.fileId ?? '' },
      { file },
    )
    expect(scenario.refusal(WHO.hanafi, { type: 'repair', answers: [] })).toBeUndefined()
  })

  test('the very photo that came back is no repair', () => {
    const { scenario } = returned()
    const old = scenario.case.papers.find((paper) => paper.ruleId === 'BIRTH_LETTER')
    const file = { fileId: idOf(72), sha256: old?.sha256 ?? '', mime: 'image/jpeg', bytes: 1 }
    const again = {
      type: 'addPaper',
      fileId: file.fileId,
      ruleId: 'BIRTH_LETTER',
      replaces: old?.fileId ?? '',
    } as const
    expect(scenario.refusal(WHO.hanafi, again, { file })).toEqual({ why: 'same-paper' })
  })

  test('names a field as well: then that one is open, and filling what was empty always is', () => {
    const scenario = story().inVerification()
    const one = pin(scenario, WHO.yopi, 'BIRTH_LETTER', { code: 'DATA_CONFLICT', field: 'birthOrder' })
    scenario.do(WHO.yopi, { type: 'returnToNegeri', faults: [{ ...faultOf(one), field: 'birthOrder' }] })
    const edit = (changed: Record<string, string | number>) =>
      scenario.refusal(WHO.hanafi, { type: 'edit', changed, base: { birthOrder: 2 } })
    expect(edit({ birthOrder: 3 })).toBeUndefined()
    expect(edit({ birthTime: '04:25' })).toBeUndefined()
    expect(edit({ birthOrder: 3, childName: 'LAIN' })).toMatchObject({ why: 'locked', fields: ['childName'] })
    scenario.do(WHO.hanafi, { type: 'edit', changed: { birthOrder: 3 }, base: { birthOrder: 2 } })
    expect(scenario.do(WHO.hanafi, { type: 'repair', answers: [] }).case.stage).toBe('VERIFICATION')
  })

  test('while it is out nobody answers its pins; back at the desk only the holder does', () => {
    const out = returned()
    expect(out.scenario.refusal(WHO.yopi, settle(out.date, 'good'))).toMatchObject({ why: 'not-in-stage' })
    const { scenario, date } = back()
    expect(stateOf(scenario, date)).toBe('asked')
    expect(scenario.refusal(WHO.lena, settle(date, 'good'))).toMatchObject({
      why: 'held-by-other',
      holder: { id: 'yopi' },
    })
    expect(scenario.refusal(WHO.hanafi, settle(date, 'good'))).toMatchObject({ why: 'held-by-other' })
    expect(scenario.refusal(WHO.yopi, settle(date, 'withdrawn'))).toEqual({ why: 'nothing-changes' })
    expect(scenario.refusal(WHO.yopi, settle(date, 'good'))).toBeUndefined()
  })

  test('the case does not go on until each is good, and says how many are left', () => {
    const { scenario, date, stamp } = back()
    expect(scenario.refusal(WHO.yopi, CONFIRMED)).toEqual({ why: 'pins-waiting', numbers: [1, 2] })
    scenario.do(WHO.yopi, settle(date, 'good'))
    expect(scenario.refusal(WHO.yopi, CONFIRMED)).toEqual({ why: 'pins-waiting', numbers: [2] })
    scenario.do(WHO.yopi, settle(stamp, 'notYet'))
    expect(scenario.refusal(WHO.yopi, CONFIRMED)).toEqual({ why: 'pins-waiting', numbers: [2] })
    scenario.do(WHO.yopi, settle(stamp, 'open'))
    expect(stateOf(scenario, stamp)).toBe('asked')
    scenario.do(WHO.yopi, settle(stamp, 'good'))
    // The last one in order puts its line of the checklist in order as well, on record.
    expect(scenario.case.checklist.find((item) => item.ruleId === 'BIRTH_LETTER')?.result).toBe('ok')
    expect(scenario.do(WHO.yopi, CONFIRMED).case.stage).toBe('SIAK_ENTRY')
  })

  test('an answer taken back takes back the line of the checklist that followed from it', () => {
    const { scenario, date, stamp } = back()
    scenario.do(WHO.yopi, settle(date, 'good')).do(WHO.yopi, settle(stamp, 'good'))
    scenario.do(WHO.yopi, settle(stamp, 'open'))
    expect(scenario.case.checklist.find((item) => item.ruleId === 'BIRTH_LETTER')?.result).toBe('unchecked')
    expect(scenario.refusal(WHO.yopi, CONFIRMED)).toMatchObject({ why: 'pins-waiting' })
  })

  test('a second return takes along what is not good yet', () => {
    const { scenario, date, stamp } = back()
    scenario.do(WHO.yopi, settle(date, 'good')).do(WHO.yopi, settle(stamp, 'notYet'))
    const other = { code: 'DOC_UNREADABLE', instruction: 'Foto ulang KK.', ruleId: 'KK' } as const
    expect(scenario.refusal(WHO.yopi, { type: 'returnToNegeri', faults: [other] })).toEqual({
      why: 'pins-left-out',
      numbers: [2],
    })
    expect(scenario.refusal(WHO.yopi, { type: 'returnToNegeri', faults: [faultOf(date, stamp)] })).toEqual({
      why: 'unknown-pin',
    })
    scenario.do(WHO.yopi, { type: 'returnToNegeri', faults: [faultOf(stamp)] })
    expect([stateOf(scenario, date), stateOf(scenario, stamp)]).toEqual(['good', 'asked'])
    // What lies there now is what is to be replaced: the page of the first repair, not the one that was pinned.
    const second = fileOf(scenario, 'BIRTH_LETTER')
    expect(second).not.toBe(stamp.fileId)
    scenario.paper(WHO.hanafi, 'BIRTH_LETTER')
    expect(scenario.case.papers.find((paper) => paper.fileId === second)?.replacedBy).toBe(
      fileOf(scenario, 'BIRTH_LETTER'),
    )
    expect(scenario.do(WHO.hanafi, { type: 'repair', answers: [] }).case.stage).toBe('VERIFICATION')
  })

  test('a page that someone has pinned is not taken away again, also within the repair', () => {
    const { scenario } = returned()
    scenario.paper(WHO.hanafi, 'BIRTH_LETTER')
    const fileId = fileOf(scenario, 'BIRTH_LETTER')
    expect(scenario.refusal(WHO.hanafi, { type: 'removePaper', fileId })).toBeUndefined()
    pin(scenario, WHO.lena, 'BIRTH_LETTER', { text: 'Masih gelap di bawah' })
    expect(scenario.refusal(WHO.hanafi, { type: 'removePaper', fileId })).toMatchObject({
      why: 'not-in-stage',
    })
  })

  test('a fault without its pages replaced is not repaired, unless it is answered in words', () => {
    const { scenario } = returned()
    expect(scenario.refusal(WHO.hanafi, { type: 'repair', answers: [] })).toEqual({
      why: 'faults-unanswered',
      faults: [0],
    })
    const answers = [{ fault: 0, answer: 'Bidan sudah pindah, surat ini satu-satunya' }]
    expect(scenario.refusal(WHO.hanafi, { type: 'repair', answers })).toBeUndefined()
  })

  test('a colleague’s open pin that says what is wrong stops the Dinas, a mere remark does not', () => {
    const scenario = story().inVerification()
    pin(scenario, WHO.lena, 'KK', { text: 'Sudah saya telepon' })
    expect(scenario.refusal(WHO.yopi, CONFIRMED)).toBeUndefined()
    const wrong = pin(scenario, WHO.lena, 'KK')
    expect(scenario.refusal(WHO.yopi, CONFIRMED)).toEqual({ why: 'pins-waiting', numbers: [2] })
    expect(scenario.do(WHO.yopi, settle(wrong, 'good')).refusal(WHO.yopi, CONFIRMED)).toBeUndefined()
  })

  test('a verifier’s return comes back to the verifier, who does not approve over its pins', () => {
    const scenario = story().inValidation()
    const one = pin(scenario, WHO.verifier, 'KK')
    scenario.do(WHO.verifier, { type: 'returnToNegeri', faults: [faultOf(one)] })
    scenario.paper(WHO.ona, 'KK').do(WHO.ona, { type: 'repair', answers: [] })
    expect(scenario.refusal(WHO.verifier, { type: 'approve' })).toEqual({ why: 'pins-waiting', numbers: [1] })
    scenario.do(WHO.verifier, settle(one, 'good'))
    expect(scenario.refusal(WHO.verifier, { type: 'approve' })).toBeUndefined()
  })

  test('a fault that names no place leaves the form open, as before there were pins', () => {
    const scenario = story().inVerification()
    const fault = { code: 'FORM_UNSIGNED', instruction: 'Tanda tangani formulir.' } as const
    scenario.do(WHO.yopi, { type: 'returnToNegeri', faults: [fault] })
    const edit = {
      type: 'edit',
      changed: { motherName: 'LAIN' },
      base: { motherName: 'ESTER LEWERISSA' },
    } as const
    expect(scenario.refusal(WHO.hanafi, edit)).toBeUndefined()
  })
})
