import { expect, test } from 'vitest'
import type { ItemResult } from './outbox-wire.ts'
import { shortResults, wholeResults } from './outbox-wire.ts'

const IDS = ['a', 'b', 'c', 'd']
const RESULTS: readonly ItemResult[] = [
  { commandId: 'a', result: 'done', version: 3, number: null },
  { commandId: 'b', result: 'done', version: 4, number: 'KK-1' },
  { commandId: 'c', result: 'done', version: 5, number: null, sha256: 'f' },
  { commandId: 'd', result: 'waits' },
]

test('what only says "done" travels as its version, and comes out as it went in', () => {
  const short = shortResults(RESULTS, 4)
  expect(short).toEqual([3, ...RESULTS.slice(1)])
  expect(wholeResults(short, IDS)).toEqual(RESULTS)
})

test('where a command has no result of its own nothing is shortened; a number without a command says nothing', () => {
  expect(shortResults(RESULTS.slice(0, 1), 2)).toEqual(RESULTS.slice(0, 1))
  expect(wholeResults([1, 2], ['a'])).toEqual([{ commandId: 'a', result: 'done', version: 1, number: null }])
})
