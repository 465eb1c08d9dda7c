import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loadMessages } from '#i18n/load-messages.ts'
import { firstWords, PHONE_WORDS } from './phone-words-used.ts'

const UI = path.resolve(import.meta.dirname, '../../features/intake/ui')
/** What stands on the first screen, or may come onto it before all words are here. */
const FIRST_SCREEN = ['choose-service.tsx', 'draft-list.tsx', 'own-cases.tsx']

test('the first screen has the words that it says, and not those of every later one', async () => {
  const whole = await loadMessages('id', PHONE_WORDS)
  const first = firstWords(whole)
  for (const file of FIRST_SCREEN) {
    const said = [...readFileSync(path.join(UI, file), 'utf8').matchAll(/\bt\(['`]([\w.]+)/g)]
    expect(said.length, file).toBeGreaterThan(3)
    for (const [, key = ''] of said)
      expect(
        Object.keys(first['intake'] ?? {}).some((one) => one === key || one.startsWith(key)),
        `${file}: ${key}`,
      ).toBe(true)
  }
  expect(first['outbox']).toBeUndefined() // by this a later screen knows that it has to bring the rest
  expect(JSON.stringify(first['intake']).length).toBeLessThan(JSON.stringify(whole['intake']).length / 3)
})
