import { localDateInWit } from '#domain/shared/local-date.ts'
import { shortDayInWit, timeInWit } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'

/** Today the time, before that the day. */
export function momentWords(at: number, locale: Locale, now = Date.now()): string {
  return localDateInWit(at) === localDateInWit(now) ? timeInWit(at) : shortDayInWit(at, locale)
}
