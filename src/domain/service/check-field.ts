import { isCalendarDay } from '#domain/shared/calendar.ts'
import type { Remark } from '#domain/shared/remark.ts'
import { doubtful, wrong } from '#domain/shared/remark.ts'
import { checkNik } from '#domain/shared/nik.ts'
import { checkNoKk } from '#domain/shared/no-kk.ts'
import { checkName } from '#domain/shared/person-name.ts'
import { checkPhone } from '#domain/shared/phone.ts'
import { PROVINCE_CODES } from '#domain/shared/province.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { AnswerRow, Answers, AnswerValue, Situation } from './answers.ts'
import { dayIn, textIn } from './read-answers.ts'
import type { Field, Where } from './service-definition.ts'

const TEXT_MOST: Partial<Record<Field['kind'], number>> = { text: 120, longText: 1000, email: 120 }

/** Was anything answered? Blank text and no lines are nothing; `false` and 0 are answers. */
export function isBlank(value: AnswerValue | undefined): boolean {
  return (
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  )
}

/**
 * What is wrong or doubtful with one answer that was given, by the kind of its field. `beside` are the answers of the
 * same line (or the whole form), for a NIK that is compared with birth date and sex.
 */
export function checkField(
  field: Field,
  value: AnswerValue,
  beside: Answers | AnswerRow,
  situation: Situation,
  where: Where,
): readonly Remark[] {
  switch (field.kind) {
    case 'yesNo':
      return typeof value === 'boolean' ? [] : [NOT_OF_THIS_KIND]
    case 'integer':
      return typeof value === 'number' ? checkInteger(field, value) : [NOT_OF_THIS_KIND]
    case 'rows':
      return Array.isArray(value) ? checkRowCount(field, value.length) : [NOT_OF_THIS_KIND]
    case 'name':
    case 'text':
    case 'longText':
    case 'nik':
    case 'noKk':
    case 'date':
    case 'time':
    case 'choice':
    case 'phone':
    case 'email':
    case 'regency':
    case 'negeri':
      return typeof value === 'string'
        ? checkText(field, value.trim(), beside, situation, where)
        : [NOT_OF_THIS_KIND]
  }
}

const NOT_OF_THIS_KIND = wrong(
  'WRONG_TYPE',
  'Isi tidak sesuai jenis pertanyaan.',
  'The answer is not of the kind asked.',
)

function checkText(
  field: Field,
  value: string,
  beside: Answers | AnswerRow,
  situation: Situation,
  where: Where,
): readonly Remark[] {
  switch (field.kind) {
    case 'name':
      return checkName(value, field.nameUse ?? 'record')
    case 'nik':
      return checkNik(value, regionsOf(where), {
        birthDate: field.sameAs?.birthDate === undefined ? undefined : dayIn(beside, field.sameAs.birthDate),
        sex: field.sameAs?.sex === undefined ? undefined : sexOf(textIn(beside, field.sameAs.sex)),
      })
    case 'noKk':
      return checkNoKk(value, situation.reportOn, regionsOf(where))
    case 'date':
      return checkDate(field, value, situation)
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
        ? []
        : [wrong('TIME_INVALID', 'Jam ditulis seperti 04:25.', 'A time is written like 04:25.')]
    case 'choice':
      return (field.choices ?? []).some((one) => one.value === value)
        ? []
        : [wrong('CHOICE_UNKNOWN', 'Pilih salah satu jawaban.', 'Choose one of the answers.')]
    case 'phone':
      return checkPhone(value)
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value)
        ? checkLength(field, value)
        : [wrong('EMAIL_INVALID', 'Alamat e-mail belum benar.', 'The e-mail address is not right yet.')]
    case 'regency':
      return checkRegency(value, where)
    case 'negeri':
      return checkNegeri(value, where)
    case 'text':
    case 'longText':
    case 'yesNo': // the last three are not text and never come here
    case 'integer':
    case 'rows':
      return checkLength(field, value)
  }
}

const sexOf = (value: string): '1' | '2' | undefined => (value === '1' || value === '2' ? value : undefined)

const regionsOf = (where: Where) => ({ home: regencyOf(where.negeri), ...where.knownRegions })

function checkDate(field: Field, value: string, { reportOn }: Situation): readonly Remark[] {
  if (!isCalendarDay(value))
    return [wrong('DATE_INVALID', 'Tanggal ini tidak ada di kalender.', 'This day does not exist.')]
  if (value > reportOn && field.mayBeFuture !== true)
    return [wrong('DATE_FUTURE', 'Tanggal ini belum terjadi.', 'This day has not come yet.')]
  if (value < '1900-01-01')
    return [wrong('DATE_TOO_OLD', 'Tahun harus 1900 atau sesudahnya.', 'The year must be 1900 or later.')]
  return []
}

function checkInteger(field: Field, value: number): readonly Remark[] {
  const [least, most] = [field.min ?? 0, field.max ?? 1_000_000]
  if (!Number.isInteger(value)) return [wrong('NOT_WHOLE', 'Tulis angka bulat.', 'Write a whole number.')]
  if (value < least || value > most) {
    return [wrong('OUT_OF_RANGE', `Isi antara ${least} dan ${most}.`, `Answer between ${least} and ${most}.`)]
  }
  const rare = field.usual !== undefined && (value < field.usual.from || value > field.usual.to)
  return rare && field.usual ? [doubtful('UNUSUAL', field.usual.because.id, field.usual.because.en)] : []
}

function checkRowCount(field: Field, count: number): readonly Remark[] {
  const [least, most] = [field.minRows ?? 0, field.maxRows ?? 30]
  if (count < least)
    return [
      wrong(
        'ROWS_TOO_FEW',
        `Harus ada ${least} baris. Baru ${count}.`,
        `There must be ${least} lines. Only ${count}.`,
      ),
    ]
  if (count > most)
    return [
      wrong(
        'ROWS_TOO_MANY',
        `Paling banyak ${most} baris. Sekarang ${count}.`,
        `At most ${most} lines. Now ${count}.`,
      ),
    ]
  return []
}

function checkLength(field: Field, value: string): readonly Remark[] {
  const [least, most] = [field.min ?? 0, field.max ?? TEXT_MOST[field.kind] ?? 200]
  if (value.length < least)
    return [
      wrong('TEXT_TOO_SHORT', `Tulis sedikitnya ${least} huruf.`, `Write at least ${least} characters.`),
    ]
  if (value.length > most)
    return [
      wrong(
        'TEXT_TOO_LONG',
        `Paling banyak ${most} huruf. Sekarang ${value.length}.`,
        `At most ${most} characters. Now ${value.length}.`,
      ),
    ]
  if (field.pattern && !field.pattern.of.test(value))
    return [wrong('TEXT_SHAPE', field.pattern.otherwise.id, field.pattern.otherwise.en)]
  return []
}

function checkRegency(value: string, where: Where): readonly Remark[] {
  const known = where.knownRegions?.regencies
  const believable = /^\d{2}\.(?!00)\d{2}$/.test(value) && PROVINCE_CODES.has(value.slice(0, 2))
  if (!believable || (known !== undefined && !known.has(value))) {
    return [
      wrong(
        'REGENCY_UNKNOWN',
        'Pilih kabupaten atau kota dari daftar.',
        'Choose a regency or city from the list.',
      ),
    ]
  }
  return []
}

function checkNegeri(value: string, where: Where): readonly Remark[] {
  const own = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(value) && regencyOf(value) === regencyOf(where.negeri)
  if (!own || (where.knownNegeri !== undefined && !where.knownNegeri(value))) {
    return [
      wrong(
        'NEGERI_UNKNOWN',
        'Pilih negeri dari daftar kabupaten ini.',
        'Choose a negeri from the list of this regency.',
      ),
    ]
  }
  return []
}
