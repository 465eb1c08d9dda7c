import { expect, it } from 'vitest'
import type { CommandOf } from '#domain/case/command.ts'
import { kindOfCase } from '#domain/case/form.ts'
import { Scenario, WHO } from '#domain/case/testing/case-scenario.ts'
import { faultMissing, firstFaults, readyFault } from './fault-draft.ts'

it('begins a return with what the checklist already says is wrong', () => {
  const scenario = new Scenario('BIRTH_REGULAR').inVerification()
  const [, second] = scenario.case.checklist
  const ruleId = second?.ruleId ?? ''
  scenario.do(WHO.yopi, { type: 'checkItem', ruleId, result: 'problem', ground: 'tanggal tidak terbaca' })
  const faults = firstFaults(scenario.case, kindOfCase(scenario.case), 'id')
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatchObject({
    about: `paper:${ruleId}`,
    instruction: expect.stringContaining('tanggal tidak terbaca'),
  })
})

it('begins with one empty fault when nothing is marked', () => {
  const { case: file } = new Scenario('KK_LOST').inVerification()
  expect(firstFaults(file, kindOfCase(file), 'id')).toEqual([
    { key: 'first', code: '', about: '', instruction: '' },
  ])
})

it('says what a fault still lacks, and what it becomes when it lacks nothing', () => {
  const fault = { key: 'a', code: 'OTHER' as const, about: 'field:birthDate', instruction: 'terlalu pendek' }
  expect(faultMissing({ ...fault, code: '' })).toBe('code')
  expect(faultMissing({ ...fault, instruction: ' x ' })).toBe('words')
  expect(faultMissing(fault)).toBe('more')
  expect(faultMissing({ ...fault, code: 'DATA_CONFLICT' })).toBeUndefined()
  expect(readyFault({ ...fault, code: 'DATA_CONFLICT' })).toEqual({
    code: 'DATA_CONFLICT',
    instruction: 'terlalu pendek',
    field: 'birthDate',
  })
})

const idOf = (n: number) => `0190a2b4-0000-4000-a000-${String(n).padStart(12, '0')}`

it('begins a return with the open pins: one line per paper and field, in their words', () => {
  const scenario = new Scenario('BIRTH_REGULAR').inVerification()
  const kind = kindOfCase(scenario.case)
  const pin = (n: number, ruleId: string, more: Partial<CommandOf<'pinPaper'>>) =>
    scenario.do(WHO.yopi, {
      type: 'pinPaper',
      pinId: idOf(n),
      fileId: scenario.case.papers.find((paper) => paper.ruleId === ruleId)?.fileId ?? '',
      page: 1,
      box: { x: 0.1, y: 0.1, w: 0.2, h: 0.1 },
      ...more,
    })
  pin(1, 'BIRTH_LETTER', { code: 'DOC_UNREADABLE' })
  pin(2, 'BIRTH_LETTER', { code: 'FORM_UNSIGNED', text: 'Minta cap bidan.' })
  pin(3, 'BIRTH_LETTER', { code: 'DATA_CONFLICT', field: 'birthDate' })
  pin(4, 'KK', { text: 'Sudah saya telepon' })
  scenario.do(WHO.yopi, { type: 'checkItem', ruleId: 'BIRTH_LETTER', result: 'problem', ground: 'buram' })
  const faults = firstFaults(scenario.case, kind, 'id')
  expect(faults.map(({ about, field, pins }) => ({ about, field, pins }))).toEqual([
    { about: 'paper:BIRTH_LETTER', field: undefined, pins: [idOf(1), idOf(2)] },
    { about: 'paper:BIRTH_LETTER', field: 'birthDate', pins: [idOf(3)] },
  ])
  expect(faults[0]?.instruction).toMatch(/^1\. Foto ulang .*\n2\. Minta cap bidan\.$/)
  expect(faults.map(faultMissing)).toEqual([undefined, undefined])
  scenario.do(WHO.yopi, { type: 'returnToNegeri', faults: faults.map(readyFault) })
  expect(scenario.case.returned?.faults[1]).toMatchObject({
    ruleId: 'BIRTH_LETTER',
    field: 'birthDate',
    pins: [idOf(3)],
  })
  expect(scenario.case.pins.map((one) => one.state)).toEqual(['asked', 'asked', 'asked', 'open'])
})

it('never makes a request of what was written to a colleague by name', () => {
  const scenario = new Scenario('BIRTH_REGULAR').inVerification()
  scenario.do(WHO.yopi, {
    type: 'pinPaper',
    pinId: idOf(9),
    fileId: scenario.case.papers[0]?.fileId ?? '',
    page: 1,
    box: { x: 0.1, y: 0.1, w: 0, h: 0 },
    code: 'DOC_UNREADABLE',
    text: 'Tolong cek ini, @Dinas',
    mentions: ['office:dinas'],
  })
  const [fault] = firstFaults(scenario.case, kindOfCase(scenario.case), 'id')
  expect(fault?.pins).toEqual([idOf(9)])
  expect(fault?.instruction).not.toContain('@')
  expect(fault?.instruction).not.toBe('')
})
