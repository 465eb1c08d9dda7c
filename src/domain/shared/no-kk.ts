import type { LocalDate } from './local-date.ts'
import type { Remark } from './remark.ts'
import { wrong } from './remark.ts'
import type { KnownRegions } from './sixteen-digits.ts'
import { checkDatePart, checkRegion, checkSerial, checkShape, normaliseDigits } from './sixteen-digits.ts'

/** Cards of the 1990s carry 9x; any other year of this century that has not come yet is in the future. */
const OLDEST_YEAR_OF_LAST_CENTURY = 90

/**
 * Structure of a No. KK: region (6), day of recording DDMMYY without any +40, serial. Same levels as a NIK;
 * a day of recording after `today` (WIT) is an error.
 */
export function checkNoKk(input: string, today: LocalDate, known: KnownRegions = {}): readonly Remark[] {
  const digits = normaliseDigits(input)
  const shape = checkShape(digits, 'KK')
  if (shape) return [shape]
  const [dd, mm, yy] = [digits.slice(6, 8), digits.slice(8, 10), digits.slice(10, 12)]
  const date = checkDatePart(Number(dd), Number(mm), Number(yy), 'KK')
  const century = Number(yy) >= OLDEST_YEAR_OF_LAST_CENTURY ? '19' : '20'
  const future = !date && `${century}${yy}-${mm}-${dd}` > today
  return [
    ...checkRegion(digits, 'KK', known),
    ...(date ? [date] : []),
    ...(future
      ? [
          wrong(
            'KK_DATE_FUTURE',
            'Tanggal di dalam No. KK belum terjadi.',
            'The date inside the No. KK has not come yet.',
          ),
        ]
      : []),
    ...checkSerial(digits, 'KK'),
  ]
}
