import { expect, test } from 'vitest'
import { COMMAND_TYPES } from '#domain/case/command.ts'
import { actionWords, detailName, detailValue } from './audit-words.ts'

test('every command of a case has words, and an unknown act keeps its name', () => {
  for (const type of COMMAND_TYPES) expect(actionWords(`case.${type}`).id).not.toBe(`case.${type}`)
  expect(actionWords('session.open')).toEqual({ id: 'Masuk', en: 'Signed in' })
  expect(actionWords('novel.act').id).toBe('novel.act')
})

test('what was noted is read in words where there are some', () => {
  expect(detailName('secondFactor').id).toBe('Dengan kode masuk')
  expect(detailName('digest').id).toBe('digest')
  expect([detailValue(true).id, detailValue(['81.01']).en, detailValue('x').id]).toEqual([
    'ya',
    '["81.01"]',
    'x',
  ])
})
