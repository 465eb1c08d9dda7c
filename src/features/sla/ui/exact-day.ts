import type { Locale } from '#i18n/locale.ts'

/** `Kamis, 24 Desember`: a day of the year that is shown anyway. */
export function exactDay(on: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${on}T00:00:00Z`))
}
