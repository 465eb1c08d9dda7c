import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { seededRandom } from '#domain/service/samples/seeded-random.ts'
import { sampleFamilyName, sampleName } from '#domain/service/samples/sample-person.ts'
import { foldName } from './fold-name.ts'
import { ALIKE, nameLikeness } from './name-likeness.ts'
import { misspelt } from './testing/misspelt.ts'

const alike = (one: string, other: string) => nameLikeness(one, other) >= ALIKE

it.each([
  ['Djoehan Latoekonsina', 'JUHAN LATUKONSINA'],
  ['Muh. Rizky Tuasikal', 'Muhammad Rizki Tuasikal'],
  ['Moh Saleh Waelo', 'MOHAMAD SALEH WAELO'],
  ['Abd. Rahman Malawat', 'Abdurrahman Malawat'],
  ['Nur Hayati Lesi', 'Nurhayati Lesi'],
  ['St. Aminah Ohorella', 'Siti Aminah Ohorella'],
  ['Chadijah Lestaluhu', 'Khadija Lestaluhu'],
  ['Tjak Souisa', 'Cak Souisa'],
  ['Yacob Pelupessy', 'Jakob Pelupesy'],
  ['Christina Sahetapy', 'Kristina Sahetapi'],
  ['Grasela Tuapeti', 'Tuapeti Grasela'],
  ['Dr. Petrus Lawalata, S.E.', 'Petrus Lawalata'],
  ['Elsina M. Manuhua', 'Elsina Maria Manuhua'],
  ['Hasan Marasabessy', 'Asan Marasabesi'],
  ['Josina Nikijuluw', 'Yosina Nikiyulu'],
  ['Marthen Nanlohy', 'Marten Nanlohi'],
  ['Fatima', 'Fatimah Tuasikal'],
  ['Soeharti', 'Suharti'],
  ['Ester Léwerissa', 'ESTHER LEWERISA'],
])('%s is %s', (one, other) => {
  expect(nameLikeness(one, other)).toBeGreaterThanOrEqual(ALIKE)
})

it.each([
  ['Maria Tuapeti', 'Yohana Tuapeti'],
  ['Maria Yuliana Tuapeti', 'Maria Elsina Tuapeti'],
  ['Latuconsina', 'Fatima Latuconsina'],
  ['Beni Manuhua', 'Yopi Manuhua'],
  ['Petrus Lawalata', 'Petrus Sahetapy'],
  ['Ona Lesi', 'Ina Lesi'],
  ['Siti Aminah', 'Siti Hawa'],
  ['Muhammad Ali', 'Muhammad Umar'],
])('%s is not %s', (one, other) => {
  expect(nameLikeness(one, other)).toBeLessThan(ALIKE)
})

it('of thousands of names written by another hand nearly all are known again, and strangers are not taken for one', () => {
  const random = seededRandom(4711)
  const name = () => sampleName(random, random() < 0.5 ? '1' : '2', sampleFamilyName(random))
  const sameOnes = Array.from({ length: 3000 }, () => {
    const one = name()
    return [one, misspelt(random, one)] as const
  })
  // Of one family as often as not: the given name decides.
  const strangers = Array.from({ length: 6000 }, () => {
    const family = sampleFamilyName(random)
    return [
      sampleName(random, '1', family),
      sampleName(random, '1', random() < 0.5 ? family : sampleFamilyName(random)),
    ] as const
  }).filter(
    ([one, other]) =>
      foldName(one)[0] !== foldName(other)[0] &&
      !one
        .split(' ')
        .slice(0, -1)
        .some((word) => other.includes(word)),
  )
  const missed = sameOnes.filter(([one, other]) => !alike(one, other))
  const taken = strangers.filter(([one, other]) => alike(one, other))
  const found = sameOnes.length - missed.length
  const recall = found / sameOnes.length
  const precision = found / (found + taken.length)
  console.info(
    `names: recall ${recall.toFixed(3)} of ${sameOnes.length}, precision ${precision.toFixed(3)} beside ${strangers.length} strangers`,
    missed.slice(0, 5),
    taken.slice(0, 5),
  )
  expect(recall).toBeGreaterThan(0.95)
  expect(precision).toBeGreaterThan(0.97)
})

const anyName = fc
  .array(
    fc.constantFrom(
      'Muh.',
      'Maria',
      'Tjokro',
      'Nurhayati',
      'Éster',
      'd’Costa',
      'Wa',
      'Latuconsina',
      'x',
      'Abd.',
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(' '))

it('is symmetric, itself at most, and blind for capitals, blanks and accents', () => {
  fc.assert(
    fc.property(anyName, anyName, (one, other) => {
      const like = nameLikeness(one, other)
      expect(nameLikeness(other, one)).toBe(like)
      expect(like).toBeGreaterThanOrEqual(0)
      expect(like).toBeLessThanOrEqual(1)
      expect(nameLikeness(one, one)).toBe(1)
      const written = `  ${one.toUpperCase().replaceAll(' ', '   ')} `
      expect(nameLikeness(written, other)).toBe(like)
      expect(nameLikeness(one.normalize('NFD').replace(/\p{M}/gu, ''), other)).toBe(like)
    }),
  )
})
