import { expect, test } from 'vitest'
import type { DraftEntry } from '#client/device/device-entry.ts'
import { hasUnsent, leftAfter, NOTHING, typedInto } from './typed-answers.ts'

const empty = { kind: 'draft', id: 'c', unsent: NOTHING } as unknown as DraftEntry

test('a field remembers what stood there before its first key, however often it is typed over', () => {
  const once = typedInto(empty, 'name', 'G', { name: 'ONA' })
  const twice = typedInto(once, 'name', 'GR', { name: 'G' })
  expect(twice.unsent).toEqual({ changed: { name: 'GR' }, base: { name: 'ONA' } })
  expect(typedInto(empty, 'other', null, {}).unsent).toEqual({
    changed: { other: null },
    base: { other: null },
  })
  expect([hasUnsent(empty), hasUnsent(once)]).toEqual([false, true])
})

test('what was typed while the rest was posted is left, from what was posted on', () => {
  const posting = typedInto(typedInto(empty, 'name', 'GR', { name: 'ONA' }), 'place', 'SAPARUA', {})
  const meanwhile = typedInto(typedInto(posting, 'name', 'GRA', {}), 'phone', '0812', { phone: '0811' })
  expect(leftAfter(posting, meanwhile)).toEqual({
    changed: { name: 'GRA', phone: '0812' },
    base: { name: 'GR', phone: '0811' },
  })
  expect(leftAfter(posting, posting)).toEqual(NOTHING)
})
