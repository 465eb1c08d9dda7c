import type { Random } from './random.ts'

const FIRST = [
  'Yohanis',
  'Grasela',
  'Rukmini',
  'Daud',
  'Mina',
  'Yopi',
  'Ona',
  'Sarah',
  'Abdul',
  'Petrus',
  'Selvi',
  'Hasan',
]
const LAST = [
  'Tuapeti',
  'Lonthor',
  'Kabalmay',
  'Boiratan',
  'Sahusilawa',
  'Pattiasina',
  'Latuconsina',
  'Wattimena',
]
export const PLACES = ['Saparua', 'Masohi', 'Wahai', 'Tehoru', 'Haruku', 'Banda Neira', 'Amahai', 'Werinama']
export const WORDS =
  'yang bertanda tangan di bawah ini menerangkan dengan sebenarnya bahwa pada hari telah lahir seorang anak di puskesmas kecamatan kabupaten Maluku Tengah dari pasangan suami istri sesuai dengan keterangan kepala negeri dan disaksikan oleh dua orang saksi untuk dipergunakan sebagaimana mestinya surat ini dibuat'.split(
    ' ',
  )

export const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.whole(0, 9)).join('')
export const name = (random: Random) => `${random.pick(FIRST)} ${random.pick(LAST)}`
export const day = (random: Random) =>
  `${String(random.whole(1, 28)).padStart(2, '0')}-${String(random.whole(1, 12)).padStart(2, '0')}-${random.whole(1950, 2026)}`
