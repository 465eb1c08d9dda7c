import { expect, it } from 'vitest'
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
