/** Words before, behind and around a name that are no part of it. Kept if nothing else would be left. */
const NO_NAME: ReadonlySet<string> = new Set(
  'dr dra drs ir prof h hj kh pdt pdtm se spd spdi sag ssos skm skom skep ssi sip spi mm mh msi mpd mkes amd amdkeb amdkep phd alm almh bpk bapak ibu sdr sdri tn ny nn an bin binti van de den der'.split(
    ' ',
  ),
)

/** Names that are written short more often than not, as they are folded. */
const IN_FULL: { readonly [short: string]: string } = {
  m: 'm',
  muh: 'muhamad',
  moh: 'muhamad',
  md: 'muhamad',
  muhd: 'muhamad',
  mohd: 'muhamad',
  muhamad: 'muhamad',
  mohamad: 'muhamad',
  muhamat: 'muhamad',
  mohamat: 'muhamad',
  mochamad: 'muhamad',
  muchamad: 'muhamad',
  moch: 'muhamad',
  much: 'muhamad',
  muhamed: 'muhamad',
  mohamed: 'muhamad',
  achmad: 'ahmad',
  ahmat: 'ahmad',
  abd: 'abdul',
  abdoel: 'abdul',
  st: 'siti',
  sitti: 'siti',
  sity: 'siti',
  yoh: 'yohanis',
  joh: 'yohanis',
}

/** From the spelling before 1972 and of the church books to that of today, in this order. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/sj/g, 'sy'],
  [/ch|kh|q|ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/ph|v/g, 'f'],
  [/x/g, 'ks'],
  [/z|sy(?=[aeiou])|sh/g, 's'],
  [/h/g, ''],
  [/([ou])w/g, '$1'],
  [/[jy]/g, 'i'],
  [/ie/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** `Djoehan` and `Yuhan` are one word: letters only, as they are spoken and not as they are spelt. */
export function foldWord(word: string): string {
  const plain = word
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  const whole = IN_FULL[plain] ?? IN_FULL[plain.replace(/(.)\1+/g, '$1')] ?? plain
  return HABITS.reduce((text, [habit, spoken]) => text.replace(habit, spoken), whole)
}

/** The words of a name as they are spoken, in the order written; titles left out wherever they stand. */
export function foldName(name: string): readonly string[] {
  const [before = '', ...behind] = name.split(',')
  const first = wordsIn(before)
  // Behind a comma stand titles, or the given name of someone whose family was written first.
  const words = [...first, ...behind.flatMap(wordsIn).filter((word) => word.length > 2)]
  const named = words.filter((word) => !NO_NAME.has(word.toLowerCase()))
  return (named.length > 0 ? named : words)
    .flatMap((word) => word.split('.'))
    .map(foldWord)
    .filter((word) => word !== '')
}

/** `S.E.` is one word without its points, `Muh.Saleh` two. */
function wordsIn(text: string): readonly string[] {
  return text
    .split(/[\s-]+/)
    .map((word) => (/^(?:\p{L}{1,3}\.)+\p{L}{0,4}$/u.test(word) ? word.replaceAll('.', '') : word))
    .filter((word) => /\p{L}/u.test(word))
}

/** The consonants of a folded word: the part that survives a hurried hand. Never empty. */
export function boneOf(word: string): string {
  const bones = word.replace(/[aeiou]/g, '')
  return /^[aeiou]/.test(word) ? `a${bones}` : bones
}
