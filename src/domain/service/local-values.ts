import { addDays } from '#domain/shared/calendar.ts'
import type { LocalDate } from '#domain/shared/local-date.ts'
import type { Text } from '#domain/shared/text.ts'

/** LOCAL values that are shown and decide nothing; zero is "not known here", and then nothing is said. */
export type LocalValues = {
  /** What a Perda asks of a late report of a birth, in rupiah. Never stands in the way of a case. */
  readonly lateBirthFine: number
  /** Days that an SKPWNI is good for, from the day it was signed. The law names none any more. */
  readonly skpwniValidDays: number
}

export const NOTHING_LOCAL: LocalValues = { lateBirthFine: 0, skpwniValidDays: 0 }

/** "Lapor terlambat: denda Rp10.000 menurut Perda. …": nothing where no fine is set. */
export function lateFineWords({ lateBirthFine }: LocalValues): Text | undefined {
  if (lateBirthFine <= 0) return undefined
  const amount = `Rp${String(lateBirthFine).replace(/\B(?=(\d{3})+$)/g, '.')}`
  return {
    id: `Lapor terlambat: denda ${amount} menurut Perda. Dokumen tetap gratis.`,
    en: `Reported late: a fine of ${amount} by local law. The document stays free.`,
  }
}

/** The last day on which a document is good, where a number of days is set for it. */
export function validUntil(
  outputId: string,
  issuedOn: LocalDate,
  { skpwniValidDays }: LocalValues,
): LocalDate | undefined {
  return outputId === 'SKPWNI' && skpwniValidDays > 0 ? addDays(issuedOn, skpwniValidDays) : undefined
}
