import { expect, test } from 'vitest'
import { linkStateOf } from './link-state.ts'

const facts = { now: 100_000, connected: true, heardAt: 99_000, brokenAt: undefined, deviceOnline: true }

test('a beat in time is online, a late one is weak', () => {
  expect(linkStateOf(facts)).toBe('online')
  expect(linkStateOf({ ...facts, heardAt: 92_000 })).toBe('weak')
})

test('a short break is weak, a longer one is a server that does not answer', () => {
  expect(linkStateOf({ ...facts, connected: false, brokenAt: 98_000 })).toBe('weak')
  expect(linkStateOf({ ...facts, connected: false, brokenAt: 96_000 })).toBe('dead')
})

test('without network it says so at once, whatever was before', () => {
  expect(linkStateOf({ ...facts, connected: false, brokenAt: 99_900, deviceOnline: false })).toBe('offline')
  expect(linkStateOf({ ...facts, connected: false, heardAt: undefined })).toBe('starting')
})
