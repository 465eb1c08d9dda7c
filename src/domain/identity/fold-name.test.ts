import { expect, it } from 'vitest'
import { foldName } from './fold-name.ts'

it.each([
  ['oe is u', 'Soekarnoe', 'Sukarnu'],
  ['dj is j, and j is y', 'Djohan', 'Yohan'],
  ['tj is c', 'Tjakra', 'Cakra'],
  ['ch and kh are k', 'Chadija', 'Khadija'],
  ['c before a thin vowel is s', 'Cecilia', 'Sesilia'],
  ['nj is ny', 'Njoman', 'Nyoman'],
  ['sj is sy', 'Sjarif', 'Syarif'],
  ['v and ph are f', 'Stephanus Victor', 'Stefanus Fiktor'],
  ['ie is i, y is i', 'Marietje Dewy', 'Maritje Dewi'],
  ['h falls away', 'Hasanah', 'Asana'],
  ['double letters are one', 'Anna Marasabessy', 'Ana Marasabesi'],
  ['a last w falls away', 'Nikijuluw', 'Nikiyulu'],
  ['Muhammad in all its forms', 'Moch. Ali', 'Muhammad Ali'],
  ['short forms in full', 'Abd. St. Yoh.', 'Abdul Siti Yohanis'],
  ['titles are left out', 'Dr. H. Umar Lessy, S.E., M.Si', 'Umar Lessy'],
  ['a family name before a comma', 'Latuconsina, Rukmini', 'Latuconsina Rukmini'],
  ['accents do not count', 'Éster d’Costa', 'Ester dCosta'],
])('%s: %s', (_habit, one, other) => {
  expect(foldName(one)).toEqual(foldName(other))
})

it('leaves a name that is nothing but a title', () => {
  expect(foldName('Haji H')).toHaveLength(1)
  expect(foldName('H')).toEqual([])
})
