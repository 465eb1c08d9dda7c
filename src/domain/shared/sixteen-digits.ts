import type { RegionCode } from './region-code.ts'
import type { Remark } from './remark.ts'
import { doubtful, wrong } from './remark.ts'
import { PROVINCE_CODES } from './province.ts'

/** Lists of the present division of the country. A list left out is not asked. Codes with dots: `81.01`, `81.01.12`. */
export type KnownRegions = {
  readonly home?: RegionCode
  readonly regencies?: ReadonlySet<RegionCode>
  readonly districts?: ReadonlySet<RegionCode>
}

/** `NIK` or `KK`: the two numbers share length, region part and serial. */
type Prefix = 'NIK' | 'KK'
const WORD: Record<Prefix, string> = { NIK: 'NIK', KK: 'No. KK' }

/** How a number is kept: without blanks, dots and hyphens. Anything else stays, so that it can be refused. */
export function normaliseDigits(input: string): string {
  return input.replace(/[\s.\-‐‑–]/g, '')
}

/** `8101••••••••0003`: how a NIK or No. KK is shown. Shorter text is hidden altogether. */
export function maskDigits(input: string): string {
  const digits = normaliseDigits(input)
  if (digits.length !== 16) return '•'.repeat(Math.min(digits.length, 16))
  return `${digits.slice(0, 4)}••••••••${digits.slice(12)}`
}

/** Only ASCII digits, exactly 16. Nothing else can be said of a number before this holds. */
export function checkShape(digits: string, prefix: Prefix): Remark | undefined {
  const word = WORD[prefix]
  if (!/^[0-9]*$/.test(digits)) {
    return wrong(`${prefix}_NON_DIGIT`, `${word} hanya boleh angka.`, `${word} may hold digits only.`)
  }
  if (digits.length === 16) return undefined
  const few = digits.length < 16
  return wrong(
    `${prefix}_LENGTH`,
    `${word} harus 16 angka. ${few ? 'Baru' : 'Ada'} ${digits.length}.`,
    `${word} must have 16 digits. ${few ? 'Only' : 'There are'} ${digits.length}.`,
  )
}

/**
 * The six region digits: of the first registration, so an unknown kabupaten or kecamatan is a doubt, never a fault
 * (regions split, a number stays).
 */
export function checkRegion(digits: string, prefix: Prefix, known: KnownRegions): readonly Remark[] {
  const word = WORD[prefix]
  const province = digits.slice(0, 2)
  const regency = `${province}.${digits.slice(2, 4)}`
  const district = `${regency}.${digits.slice(4, 6)}`
  if (!PROVINCE_CODES.has(province)) {
    return [
      wrong(
        `${prefix}_PROVINCE_UNKNOWN`,
        `Dua angka pertama ${word} bukan kode provinsi.`,
        `The first two digits of the ${word} are no province.`,
      ),
    ]
  }
  if (digits.slice(2, 4) === '00' || digits.slice(4, 6) === '00') {
    return [
      wrong(
        `${prefix}_REGION_ZERO`,
        `Kode wilayah ${word} tidak boleh 00.`,
        `The region code of the ${word} may not be 00.`,
      ),
    ]
  }
  const remarks: Remark[] = []
  if (known.regencies !== undefined && !known.regencies.has(regency)) {
    remarks.push(
      doubtful(
        `${prefix}_REGENCY_UNKNOWN`,
        `Kode kabupaten ${word} tidak ada di daftar sekarang.`,
        `The regency code of the ${word} is not in today's list.`,
      ),
    )
  } else if (known.districts !== undefined && regency === known.home && !known.districts.has(district)) {
    remarks.push(
      doubtful(
        `${prefix}_DISTRICT_UNKNOWN`,
        `Kode kecamatan ${word} tidak ada di daftar sekarang.`,
        `The district code of the ${word} is not in today's list.`,
      ),
    )
  }
  if (known.home !== undefined && regency !== known.home) {
    remarks.push(
      doubtful(
        `${prefix}_OUTSIDE_REGENCY`,
        `${word} ini pertama terbit di luar kabupaten ini.`,
        `This ${word} was first issued outside this regency.`,
      ),
    )
  }
  return remarks
}

/** The four-digit serial, and a number that someone typed with one finger. */
export function checkSerial(digits: string, prefix: Prefix): readonly Remark[] {
  const word = WORD[prefix]
  const remarks: Remark[] = []
  if (digits.slice(12) === '0000') {
    remarks.push(
      wrong(
        `${prefix}_SERIAL_ZERO`,
        `Empat angka terakhir ${word} tidak boleh 0000.`,
        `The last four digits of the ${word} may not be 0000.`,
      ),
    )
  }
  if (/^(\d)\1{15}$/.test(digits)) {
    remarks.push(
      doubtful(
        `${prefix}_SUSPECT_PATTERN`,
        `Semua angka ${word} sama. Periksa lagi.`,
        `All digits of the ${word} are the same. Check again.`,
      ),
    )
  }
  return remarks
}

/** Day, month and two-digit year inside the number: `day` already without the +40 of women. */
export function checkDatePart(day: number, month: number, year: number, prefix: Prefix): Remark | undefined {
  const word = WORD[prefix]
  if (day < 1 || day > 31) {
    return wrong(
      `${prefix}_DAY_RANGE`,
      `Tanggal di dalam ${word} tidak mungkin.`,
      `The day inside the ${word} is impossible.`,
    )
  }
  if (month < 1 || month > 12) {
    return wrong(
      `${prefix}_MONTH_RANGE`,
      `Bulan di dalam ${word} tidak mungkin.`,
      `The month inside the ${word} is impossible.`,
    )
  }
  // The century is not written: 29 February exists when one of 19YY and 20YY has it, which is YY divisible by 4.
  const longest = month === 2 ? (year % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  if (day > longest) {
    return wrong(
      `${prefix}_DATE_IMPOSSIBLE`,
      `Tanggal di dalam ${word} tidak ada di kalender.`,
      `The date inside the ${word} does not exist.`,
    )
  }
  return undefined
}
