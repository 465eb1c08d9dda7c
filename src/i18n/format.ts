import type { Instant } from '#domain/shared/instant.ts'
import type { LocalDate } from '#domain/shared/local-date.ts'
import type { Locale } from './locale.ts'

const ZONE = 'Asia/Jayapura'
const tag = (locale: Locale) => (locale === 'id' ? 'id-ID' : 'en-GB')
const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(tag(locale), { timeZone: ZONE, ...options })
    formats.set(key, found)
  }
  return found
}

/** `10.42`: hours and minutes in WIT, without the zone. */
export function clockTime(at: Instant, seconds = false): string {
  const wit = new Date(at + 9 * 3_600_000).toISOString()
  return wit.slice(11, seconds ? 19 : 16).replaceAll(':', '.')
}

/** `10.42 WIT`, or `10.42.07 WIT`. */
export function timeInWit(at: Instant, seconds = false): string {
  return `${clockTime(at, seconds)} WIT`
}

/** `9 Juni 2026`. */
export function longDate(date: LocalDate, locale: Locale): string {
  return format(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(`${date}T03:00:00Z`),
  )
}

/** `Juni 2026`, of `2026-06`. */
export function monthInWords(month: string, locale: Locale): string {
  return format(locale, { month: 'long', year: 'numeric' }).format(new Date(`${month}-15T03:00:00Z`))
}

/** `9 Juni 2026`, of an instant. */
export function dateInWit(at: Instant, locale: Locale): string {
  return format(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(at)
}

/** `9 Juni`: day and month, for a list. */
export function dayInWit(at: Instant, locale: Locale): string {
  return format(locale, { day: 'numeric', month: 'long' }).format(at)
}

/** `9 Jun`: the shortest day that is still a day, for a narrow column. */
export function shortDayInWit(at: Instant, locale: Locale): string {
  return format(locale, { day: 'numeric', month: 'short' }).format(at)
}

/** `Selasa, 9 Juni 2026, 11.30 WIT`: the exact moment, for a title. */
export function exactInWit(at: Instant, locale: Locale, seconds = false): string {
  const day = format(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)
  return `${day}, ${timeInWit(at, seconds)}`
}

const UNITS = { id: { day: 'h', hour: 'j', minute: 'm' }, en: { day: 'd', hour: 'h', minute: 'm' } } as const

/** Age in calendar time, one unit: `42 m`, `5 j`, `6 h` (minutes, hours, days). */
export function shortAge(ms: number, locale: Locale): string {
  const unit = UNITS[locale]
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 60) return `${minutes} ${unit.minute}`
  if (minutes < 1440) return `${Math.floor(minutes / 60)} ${unit.hour}`
  return `${Math.floor(minutes / 1440)} ${unit.day}`
}

/** Working time in two units: `48 m`, `2 j 40 m`, `3 h 2 j` with days of `dayMinutes`. */
export function workingTime(minutes: number, locale: Locale, dayMinutes: number): string {
  const unit = UNITS[locale]
  if (minutes < 60) return `${minutes} ${unit.minute}`
  const hour = Math.floor(minutes / 60)
  if (minutes < dayMinutes)
    return minutes % 60 === 0 ? `${hour} ${unit.hour}` : `${hour} ${unit.hour} ${minutes % 60} ${unit.minute}`
  const days = Math.floor(minutes / dayMinutes)
  const hours = Math.floor((minutes - days * dayMinutes) / 60)
  return hours === 0 ? `${days} ${unit.day}` : `${days} ${unit.day} ${hours} ${unit.hour}`
}

/** `baru saja`, `5 menit lalu`, `kemarin`, then the day: near moments as a person says them. */
export function relativeTime(at: Instant, now: Instant, locale: Locale): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return locale === 'id' ? 'baru saja' : 'just now'
  const relative = new Intl.RelativeTimeFormat(tag(locale), { numeric: 'auto' })
  if (minutes < 60) return relative.format(-minutes, 'minute')
  const days = Math.floor((now + 9 * 3_600_000) / 86_400_000) - Math.floor((at + 9 * 3_600_000) / 86_400_000)
  if (days === 0) return relative.format(-Math.floor(minutes / 60), 'hour')
  if (days === 1) return relative.format(-1, 'day')
  return dayInWit(at, locale)
}

/** `1.209` in Indonesian, `1,209` in English. */
export function wholeNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tag(locale)).format(value)
}

/** `412 KB`, `1,8 MB`. */
export function bytesInWords(bytes: number, locale: Locale): string {
  if (bytes < 1_000_000) return `${wholeNumber(Math.ceil(bytes / 1000), locale)} KB`
  return `${new Intl.NumberFormat(tag(locale), { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`
}
