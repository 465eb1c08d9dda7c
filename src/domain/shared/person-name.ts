import type { Remark } from './remark.ts'
import { doubtful, wrong } from './remark.ts'
import { tidy } from './text.ts'

export const NAME_MOST_CHARACTERS = 60

/**
 * `deed`: a name that is recorded now, on a civil-registration deed. `record`: a name that stands in the register
 * already and keeps its spelling.
 */
export type NameUse = 'deed' | 'record'

const TITLES: ReadonlySet<string> = new Set(
  'DR DRA DRS IR PROF H HJ KH PDT SH SE ST SPD SPDI SAG SSOS SKM SKOM SKEP SSI SIP SPI SP MSI MPD MM MH MKES MAG AMD AMDKEB AMDKEP PHD'.split(
    ' ',
  ),
)

/** How a name is kept: trimmed, one blank between words, in capitals as SIAK writes it. Compared the same way. */
export function normaliseName(input: string): string {
  return tidy(input).toLocaleUpperCase('id')
}

/** How a name is shown in a list: `YOHANIS TUAPETI` → `Yohanis Tuapeti`. */
export function displayName(input: string): string {
  return tidy(input)
    .toLocaleLowerCase('id')
    .replace(
      /(^|[\s'’-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase('id'),
    )
}

/**
 * Writing of names: at most 60 characters, Latin letters, no digits, no punctuation, no title on a deed. Fewer than
 * two words is a doubt only. What needs a human eye (meaning, abbreviation) stays with the verifier (`NAME_RULE`).
 * @law Permendagri 73/2022 art. 4(2), 5
 */
export function checkName(input: string, use: NameUse): readonly Remark[] {
  const name = normaliseName(input)
  const remarks: Remark[] = []
  if (name.length > NAME_MOST_CHARACTERS) {
    remarks.push(
      wrong(
        'NAME_TOO_LONG',
        `Nama paling banyak 60 huruf. Sekarang ${name.length}.`,
        `A name has at most 60 characters. Now ${name.length}.`,
      ),
    )
  }
  if (/\d/.test(name)) {
    remarks.push(wrong('NAME_DIGIT', 'Nama tidak boleh memakai angka.', 'A name may not hold digits.'))
  }
  if (/[^\p{Script=Latin}\d\s'’.-]/u.test(name)) {
    remarks.push(
      wrong(
        'NAME_LETTERS',
        'Nama hanya boleh huruf Latin dan spasi.',
        'A name may hold Latin letters and blanks only.',
      ),
    )
  } else if (/['’.-]/.test(name)) {
    remarks.push(
      use === 'deed'
        ? wrong(
            'NAME_PUNCTUATION',
            'Nama di akta tidak boleh memakai tanda baca.',
            'A name on a deed may not hold punctuation.',
          )
        : doubtful(
            'NAME_PUNCTUATION',
            'Ada tanda baca di nama. Cocokkan dengan KTP-el.',
            'The name holds punctuation. Compare with the KTP-el.',
          ),
    )
  }
  return use === 'deed' ? [...remarks, ...checkWords(name)] : remarks
}

function checkWords(name: string): readonly Remark[] {
  const words = name.split(' ').filter((word) => word !== '')
  const remarks: Remark[] = []
  if (words.some((word) => TITLES.has(word.replace(/[^\p{L}]/gu, '')))) {
    remarks.push(
      wrong(
        'NAME_TITLE',
        'Gelar tidak ditulis di akta. Hapus gelarnya.',
        'No title is written on a deed. Remove it.',
      ),
    )
  } else if (words.some((word) => word.replace(/[^\p{L}]/gu, '').length === 1)) {
    remarks.push(
      doubtful(
        'NAME_ABBREVIATED',
        'Nama tidak boleh disingkat. Tulis lengkap.',
        'A name may not be abbreviated. Write it in full.',
      ),
    )
  }
  if (words.length === 1) {
    remarks.push(
      doubtful(
        'NAME_ONE_WORD',
        'Nama sebaiknya dua kata atau lebih.',
        'A name should have two words or more.',
      ),
    )
  }
  return remarks
}
