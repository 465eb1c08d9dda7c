import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers.ts'
import { trial } from '../kind-trial.ts'

const base = ['F103', 'KK']
const move = (variant: string, change: Answers | ((answers: Answers) => Answers) = {}) =>
  trial('SKPWNI', 'MOVE_WITHIN', variant, change)

describe('Pindah di dalam kabupaten', () => {
  it.each([
    ['the whole family, own house', 'wholeFamily', base],
    ['the head only', 'headOnly', base],
    ['the head and some', 'headAndSome', base],
    ['members only', 'membersOnly', base],
    ['a child without parents', 'childAlone', [...base, 'CHILD_CARE_LETTER']],
    ['a rented house', 'rented', [...base, 'OWNER_CONSENT']],
    ["someone else's card", 'joins', [...base, 'HOST_STATEMENT']],
  ])('%s', (_name, variant, papers) => {
    const found = move(variant)
    expect(found.papers).toEqual(papers)
    expect(found.findings).toEqual([])
    expect(found.outputs).toEqual(['KK'])
  })

  it.each([
    [
      'to the very same address',
      (a: Answers) => ({
        ...a,
        destinationAddress: a['originAddress'] ?? '',
        destinationRt: '001',
        destinationRw: '002',
      }),
      ['error DESTINATION_IS_ORIGIN destinationAddress'],
    ],
    [
      'to the next RT of the same street',
      (a: Answers) => ({
        ...a,
        destinationAddress: a['originAddress'] ?? '',
        destinationRt: '002',
        destinationRw: '002',
      }),
      [],
    ],
    [
      'to another kabupaten',
      (a: Answers) => ({ ...a, destinationNegeri: '81.06.01.2001' }),
      ['error NEGERI_UNKNOWN destinationNegeri'],
    ],
    [
      'a card to join, answered before they chose their own house',
      (a: Answers) => ({ ...a, joinNoKk: a['noKk'] ?? '' }),
      [],
    ],
  ])('%s', (_name, changed, findings) => {
    expect(move('wholeFamily', changed).findings).toEqual(findings)
  })

  it('does not let a guest on a card make a card', () => {
    expect(move('joins', { movers: '2' }).findings).toEqual(['error MOVERS_JOIN movers'])
  })

  it('says that no SKPWNI is needed', () => {
    expect(move('wholeFamily', { destinationNegeri: '81.01.13.2001' }).says['destination']).toContain(
      'Tidak perlu SKPWNI',
    )
  })
})
