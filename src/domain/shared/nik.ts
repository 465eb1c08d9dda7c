import type { LocalDate } from './local-date.ts'
import type { Remark } from './remark.ts'
import { doubtful } from './remark.ts'
import type { KnownRegions } from './sixteen-digits.ts'
import { checkDatePart, checkRegion, checkSerial, checkShape, normaliseDigits } from './sixteen-digits.ts'

/** `1` laki-laki, `2` perempuan: the code list of F-1.01. */
export type SexCode = '1' | '2'

/** What the form says of the same person. */
export type DeclaredPerson = {
  readonly birthDate?: LocalDate | undefined
  readonly sex?: SexCode | undefined
}

const WOMAN_OFFSET = 40

/**
 * Structure of a NIK, `PP KK CC DDMMYY NNNN` with DD + 40 for women. Errors stop, warnings inform: regions split and
 * birth data get corrected, but a NIK stays for life, so neither is ever an error. An age is never read from it.
 * @law PP 40/2019 art. 30
 */
export function checkNik(
  input: string,
  known: KnownRegions = {},
  declared: DeclaredPerson = {},
): readonly Remark[] {
  const digits = normaliseDigits(input)
  const shape = checkShape(digits, 'NIK')
  if (shape) return [shape]
  const written = Number(digits.slice(6, 8))
  const woman = written > WOMAN_OFFSET
  const day = woman ? written - WOMAN_OFFSET : written
  const date = checkDatePart(day, Number(digits.slice(8, 10)), Number(digits.slice(10, 12)), 'NIK')
  const remarks = [
    ...checkRegion(digits, 'NIK', known),
    ...(date ? [date] : []),
    ...checkSerial(digits, 'NIK'),
  ]
  return date ? remarks : [...remarks, ...compare(digits, day, woman, declared)]
}

function compare(digits: string, day: number, woman: boolean, declared: DeclaredPerson): readonly Remark[] {
  const remarks: Remark[] = []
  if (declared.birthDate !== undefined) {
    const [year, month, dayDeclared] = declared.birthDate.split('-')
    const same =
      Number(dayDeclared) === day && month === digits.slice(8, 10) && year?.slice(2) === digits.slice(10, 12)
    if (!same) {
      remarks.push(
        doubtful(
          'NIK_DOB_MISMATCH',
          'Tanggal lahir berbeda dengan NIK. Cocokkan dengan KTP-el.',
          'The birth date differs from the NIK. Compare with the KTP-el.',
        ),
      )
    }
  }
  if (declared.sex !== undefined && (declared.sex === '2') !== woman) {
    remarks.push(
      doubtful(
        'NIK_SEX_MISMATCH',
        'Jenis kelamin berbeda dengan NIK. Cocokkan dengan KTP-el.',
        'The sex differs from the NIK. Compare with the KTP-el.',
      ),
    )
  }
  return remarks
}

/** Does this text hold 16 digits in a row, blanks, dots and hyphens aside? A NIK or No. KK does not belong in free text. */
export function looksLikeNik(text: string): boolean {
  return NUMBER_IN_TEXT.test(text)
}

/** The same text with every such number hidden: no NIK travels inside a remark, an address or a reason. */
export function maskNikInText(text: string): string {
  return text.replace(new RegExp(NUMBER_IN_TEXT, 'g'), (found) => {
    const digits = found.replace(/\D/g, '')
    return `${digits.slice(0, 4)}${'•'.repeat(digits.length - 8)}${digits.slice(-4)}`
  })
}

const NUMBER_IN_TEXT = /\d(?:[\s.\-‐‑–]*\d){15,}/
