import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_KINDS } from '#domain/service/catalogue.ts'
import { sampleAnswers, sampleVariants } from '#domain/service/sample-answers.ts'
import { textIn } from '#domain/service/read-answers.ts'
import { seededRandom } from '#domain/service/samples/seeded-random.ts'
import type { Answers } from '#domain/service/answers.ts'
import { misspelt } from './testing/misspelt.ts'
import { twinKeysOf } from './twin-keys.ts'
import { twinLikeness } from './twin-likeness.ts'
import type { TwinProfile } from './twin-profile.ts'
import { twinProfileOf } from './twin-profile.ts'

const CHILD: Answers = {
  childName: 'GRASELA TUAPETI',
  birthDate: '2026-04-02',
  childSex: '2',
  birthKind: '1',
  birthOrder: 2,
  motherName: 'ESTER LEWERISSA',
  motherNik: '8101124504900001',
  fatherName: 'YOHANIS TUAPETI',
  fatherNik: '8101120504880001',
  noKk: '8101120101200001',
}
const profile = (
  answers: Answers,
  service: 'AKTA_KELAHIRAN' | 'KK' | 'SKPWNI' = 'AKTA_KELAHIRAN',
  kind = 'BIRTH_REGULAR',
) => {
  const found = twinProfileOf(service, kind, answers)
  if (found === undefined) throw new Error('names nobody')
  return found
}
const like = (one: Answers, other: Answers) => twinLikeness(profile(one), profile(other))
const without = (answers: Answers, ...fields: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([field]) => !fields.includes(field)))
/** Found by the index at all? */
const meets = (one: TwinProfile, other: TwinProfile) => {
  const keys = new Set(twinKeysOf(one))
  return twinKeysOf(other).some((key) => keys.has(key))
}

describe('the same child', () => {
  it.each<[string, Answers]>([
    ['written by another hand', { ...CHILD, childName: 'Graselah Toeapeti' }],
    ['with day and month swapped', { ...CHILD, birthDate: '2026-02-04' }],
    ['with a slip in the date', { ...CHILD, birthDate: '2026-04-03' }],
    ['whose mother has no NIK here', without({ ...CHILD, motherName: 'Esther Lewerisa' }, 'motherNik')],
    ['without its family name', { ...CHILD, childName: 'GRASELA' }],
    ['that got another name', { ...CHILD, childName: 'MARIA TUAPETI' }],
    ['of whom only name and day are known', { childName: 'GRASELA TUAPETI', birthDate: '2026-04-02' }],
    ['with quite another date', { ...CHILD, birthDate: '2025-11-19' }],
  ])('%s', (_how, other) => {
    expect(like(CHILD, other)).toBeDefined()
    expect(meets(profile(CHILD), profile(other))).toBe(true)
  })

  it('says why in words that can be checked, and no value', () => {
    expect(like(CHILD, { ...CHILD, childName: 'Gresela Tuapeti' })?.reasons.slice(0, 4)).toEqual([
      'born-same',
      'mother-same',
      'child-alike',
      'father-same',
    ])
  })
})

describe('another child', () => {
  it.each<[string, Answers]>([
    [
      'brother or sister of another year',
      { ...CHILD, childName: 'MARKUS TUAPETI', birthDate: '2023-01-20', birthOrder: 1 },
    ],
    [
      'one with nearly the same name, of another year',
      { ...CHILD, childName: 'GRASELO TUAPETI', birthDate: '2023-01-20', birthOrder: 1 },
    ],
    ['the other one of twins', { ...CHILD, childName: 'GRACIA TUAPETI', birthKind: '2', birthOrder: 3 }],
    [
      'the other one of twins, with a name like it',
      { ...CHILD, childName: 'GRASELI TUAPETI', birthKind: '2', birthOrder: 3 },
    ],
    [
      'of the same day in another family',
      {
        ...CHILD,
        childName: 'YULIANA LESI',
        motherName: 'ONA SALUKA',
        motherNik: '8101124504910002',
        fatherName: 'BENI LESI',
        fatherNik: '8101120504880009',
        noKk: '8101120101200009',
      },
    ],
    [
      'a foundling that got the same name on the same day in another home',
      { childName: 'GRASELA TUAPETI', birthDate: '2026-04-02', noKk: '8101120101200009' },
    ],
    [
      'of the same name and day, and of another mother',
      {
        ...CHILD,
        motherName: 'ONA SALUKA',
        motherNik: '8101126504910002',
        fatherName: 'BENI LESI',
        fatherNik: '8101120504880009',
        noKk: '8101120101200009',
      },
    ],
  ])('%s', (who, other) => {
    const one = who.startsWith('a foundling') ? { ...other, noKk: '8101120101200001' } : CHILD
    expect(like(one, other)).toBeUndefined()
  })
})

describe('a family and a move', () => {
  const family = (noKk: string, more: Answers = {}, kind = 'KK_LOST') =>
    profile({ noKk, ...more }, 'KK', kind)
  it('the same card for the same matter; another matter of the same card is none', () => {
    expect(twinLikeness(family('8101120101200001'), family('8101120101200001'))?.reasons).toEqual([
      'card-same',
      'matter-same',
    ])
    expect(twinLikeness(family('8101120101200001'), family('8101120101200002'))).toBeUndefined()
    expect(
      twinLikeness(family('8101120101200001'), family('8101120101200001', {}, 'KK_DAMAGED')),
    ).toBeUndefined()
    const born = (eventName: string) =>
      family('8101120101200001', { event: 'BIRTH', eventName }, 'KK_CHANGE_EVENT')
    expect(twinLikeness(born('GRASELA TUAPETI'), born('Graselah Tuapeti'))).toBeDefined()
    expect(twinLikeness(born('GRASELA TUAPETI'), born('MARKUS TUAPETI'))).toBeUndefined()
  })
  it('one person in two moves is enough; two of one card who move apart are none', () => {
    const move = (...people: [string, string][]) =>
      profile(
        { noKk: '8101120101200001', members: people.map(([name, nik]) => ({ name, nik })) },
        'SKPWNI',
        'MOVE_OUT',
      )
    const ester: [string, string] = ['ESTER LEWERISSA', '8101124504900001']
    const beni: [string, string] = ['BENI TUAPETI', '8101120504010001']
    expect(twinLikeness(move(ester), move(ester, beni))).toBeDefined()
    expect(meets(move(ester), move(ester, beni))).toBe(true)
    expect(twinLikeness(move(ester), move(beni))).toBeUndefined()
  })
})

const kinds = ALL_KINDS.flatMap((kind) => sampleVariants(kind.id).map((variant) => ({ kind, variant })))
const sample = (index: number, seed: number) => {
  const { kind, variant } = kinds[index % kinds.length]!
  const answers = sampleAnswers(kind.id, variant, {
    random: seededRandom(seed),
    reportOn: '2026-06-09',
    negeri: '81.01.12.2012',
  })
  return { kind, answers }
}
const named = (kind: (typeof ALL_KINDS)[number], answers: Answers) =>
  twinProfileOf(kind.service, kind.id, answers)

it('is symmetric, knows itself again, and takes no two families of the samples for one', () => {
  fc.assert(
    fc.property(
      fc.nat(200),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 5000 }),
      (index, seed, other) => {
        const { kind, answers } = sample(index, seed)
        const mine = named(kind, answers)
        const theirs = named(kind, sample(index, other).answers)
        if (!mine || !theirs) return
        expect(twinLikeness(mine, mine)).toBeDefined()
        expect(meets(mine, mine)).toBe(true)
        const found = twinLikeness(mine, theirs)
        expect(twinLikeness(theirs, mine)?.points).toBe(found?.points)
        if (seed !== other) expect(found).toBeUndefined()
      },
    ),
  )
})

it('of children filed again by another hand nearly all are found by a key and judged likely', () => {
  const random = seededRandom(99)
  const births = kinds.filter(({ kind }) => kind.service === 'AKTA_KELAHIRAN')
  const pairs = Array.from({ length: 600 }, (_, seed) => {
    const { kind, variant } = births[seed % births.length]!
    const answers = sampleAnswers(kind.id, variant, {
      random: seededRandom(seed + 1),
      reportOn: '2026-06-09',
      negeri: '81.01.12.2012',
    })
    const again = {
      ...answers,
      childName: misspelt(random, textIn(answers, 'childName')),
      ...(answers['motherName'] === undefined
        ? {}
        : { motherName: misspelt(random, textIn(answers, 'motherName')) }),
    }
    return [
      named(kind, answers)!,
      named(kind, random() < 0.3 ? without(again, 'motherNik', 'fatherNik') : again)!,
    ] as const
  })
  const keyed = pairs.filter(([one, other]) => meets(one, other)).length / pairs.length
  const judged = pairs.filter(([one, other]) => twinLikeness(one, other)).length / pairs.length
  console.info(
    `children: ${keyed.toFixed(3)} share a key, ${judged.toFixed(3)} are judged likely, of ${pairs.length}`,
  )
  expect(keyed).toBeGreaterThan(0.98)
  expect(judged).toBeGreaterThan(0.97)
})

it('no key is of a name or a date alone', () => {
  for (const [index] of kinds.entries()) {
    const { kind, answers } = sample(index, 7)
    const mine = named(kind, answers)
    for (const key of mine ? twinKeysOf(mine) : []) {
      const parts = key.split('|').slice(1)
      expect(parts.length > 1 || /^\d{16}$/.test(parts[0] ?? ''), key).toBe(true)
    }
  }
})
