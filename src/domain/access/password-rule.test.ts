import { expect, test } from 'vitest'
import { passwordRefusal } from './password-rule.ts'

const ona = { username: 'ona.patirane', name: 'Ona Patirane', secondFactor: true }
const alone = { ...ona, secondFactor: false }

test('fifteen characters alone, eight beside a second factor', () => {
  expect(passwordRefusal('pala fuli', ona)).toBeUndefined()
  expect(passwordRefusal('pala ful', ona)).toBeUndefined()
  expect(passwordRefusal('pala fu', ona)).toEqual({ why: 'too-short', least: 8 })
  expect(passwordRefusal('pala fuli laut', alone)).toEqual({ why: 'too-short', least: 15 })
  expect(passwordRefusal('pala fuli lautan', alone)).toBeUndefined()
})

test('characters are counted as a person counts them', () => {
  expect(passwordRefusal('🌊🐟🌴⛵🏝🦀🐚', ona)).toEqual({ why: 'too-short', least: 8 })
})

test('own name, one key and the words everyone tries are refused', () => {
  expect(passwordRefusal('onapatirane1', ona)).toEqual({ why: 'names-you' })
  expect(passwordRefusal('aaaaaaaaaaaaaaaaaaaa', alone)).toEqual({ why: 'too-common' })
  expect(passwordRefusal('Password12345678', alone)).toEqual({ why: 'too-common' })
  expect(passwordRefusal('Indonesia1945!', ona)).toEqual({ why: 'too-common' })
  expect(passwordRefusal('x'.repeat(201), alone)).toEqual({ why: 'too-long' })
})

test('a name inside a long phrase does no harm', () => {
  expect(passwordRefusal('perahu ona berlayar malam', alone)).toBeUndefined()
})
