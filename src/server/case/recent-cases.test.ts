import { expect, it } from 'vitest'
import { Scenario } from '#domain/case/testing/case-scenario.ts'
import { createRecentCases } from './recent-cases.ts'

it('keeps the cases that were written last, and forgets on demand', () => {
  const file = new Scenario('KK_LOST').draft().case
  const recent = createRecentCases(2)
  for (const id of ['a', 'b', 'a', 'c']) recent.put({ ...file, id })
  expect(['a', 'b', 'c'].map((id) => recent.get(id)?.id)).toEqual(['a', undefined, 'c'])
  recent.forget('c')
  expect(recent.get('c')).toBeUndefined()
})
