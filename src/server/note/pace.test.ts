import { expect, it } from 'vitest'
import { PACE } from './note-wire.ts'
import { createPace } from './pace.ts'

it('too fast is asked to slow down, far too fast is shown the door, and each word and screen for itself', () => {
  let now = 0
  const pace = createPace(() => now)
  const { heard, borne, withinMs } = PACE['note-send']
  const turns = Array.from({ length: borne + 1 }, () => pace.turn('one', 'note-send'))
  expect([turns[heard - 1], turns[heard], turns[borne - 1], turns[borne]]).toEqual([
    'heard',
    'skipped',
    'skipped',
    'refused',
  ])
  expect([pace.turn('one', 'note-at'), pace.turn('two', 'note-send')]).toEqual(['heard', 'heard'])
  now += withinMs
  expect(pace.turn('one', 'note-send')).toBe('heard')
})
