import { expect, it } from 'vitest'
import { isSeenFrom, placeOf, standOf } from './stand.ts'

const QUEUE = 'queue:81.01/KK'
const at = (...areas: string[]) => standOf(QUEUE, areas)

it('whoever sees more sees those who see less, and nobody else', () => {
  expect(isSeenFrom(at('81.01'), at('81.01.12.2012'))).toBe(true)
  expect(isSeenFrom(at('81.01.12.2012'), at('81.01'))).toBe(false)
  expect(isSeenFrom(at('81.01.12.2012'), at('81.01.12.2001'))).toBe(false)
  expect(isSeenFrom(at('81.01.12.2012', '81.01.12.2001'), at('81.01.12.2001'))).toBe(true)
  expect(isSeenFrom(at('81.01.12.2001'), at('81.01.12.2012', '81.01.12.2001'))).toBe(false)
  expect(isSeenFrom(at('81.01'), standOf('queue:81.01/SKPWNI', ['81.01.12.2012']))).toBe(false)
})

it('the same areas in another order are the same stand, and screens never hear of them', () => {
  expect(at('81.02', '81.01')).toBe(at('81.01', '81.02'))
  expect(placeOf(at('81.01.12.2012'))).toBe(QUEUE)
  expect(standOf('case:1', ['81.01'])).toBe('case:1')
})
