import type { LocalDate } from '#domain/shared/local-date.ts'
import { daysBetween } from '#domain/shared/calendar.ts'
import type { Text } from '#domain/shared/text.ts'

export type BirthTiming = 'ON_TIME' | 'LATE'

/** Calendar days in which a birth must be reported; the day of birth is day 0. */
export const BIRTH_REPORT_DAYS = 60

/**
 * Was the birth reported within 60 calendar days? Computed from the two days, never asked. `LATE` needs the approval
 * of the head of the Dinas; no court, at any age.
 * @law UU 23/2006 art. 27, 32; Putusan MK 18/PUU-XI/2013
 */
export function birthTiming(birthDate: LocalDate, reportOn: LocalDate): BirthTiming {
  return daysBetween(birthDate, reportOn) <= BIRTH_REPORT_DAYS ? 'ON_TIME' : 'LATE'
}

/** The same in words, said under the birth date: "Hari ke-41, tepat waktu. …". */
export function birthTimingWords(birthDate: LocalDate, reportOn: LocalDate): Text {
  const day = daysBetween(birthDate, reportOn)
  if (birthTiming(birthDate, reportOn) === 'ON_TIME') {
    return {
      id: `Hari ke-${day}, tepat waktu. Batasnya 60 hari. Tidak perlu persetujuan Kepala Dinas.`,
      en: `Day ${day}, on time. The limit is 60 days. The head of the office need not approve.`,
    }
  }
  return {
    id: `Hari ke-${day}, terlambat. Batasnya 60 hari. Perlu persetujuan Kepala Dinas. Tidak perlu sidang dan tetap gratis.`,
    en: `Day ${day}, late. The limit is 60 days. The head of the office must approve. No court, and still free.`,
  }
}
