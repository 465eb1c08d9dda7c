import { expect, test } from 'vitest'
import { isCommonPassword } from './common-password.ts'

test('what everyone uses is known, with its number behind', async () => {
  for (const password of ['princess', 'Sunshine1', 'football!', 'iloveyou12', '1qaz2wsx3edc'])
    expect([password, await isCommonPassword(password)]).toEqual([password, true])
})

test('a phrase of one’s own is not', async () => {
  for (const password of ['pala fuli laut', 'perahu berlayar malam', 'gjx9-mango-kora'])
    expect([password, await isCommonPassword(password)]).toEqual([password, false])
})
