import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import { isCalendarDay, localDateInWit, toDayNumber, WIT_OFFSET_MS } from '#domain/shared/local-date.ts'

/** `2026-06-09T10:42`, as a `datetime-local` field holds it: always WIT, whatever zone the device is set to. */
export function toWitInput(at: Instant): string {
  const minutes = Math.floor((at + WIT_OFFSET_MS) / MINUTE_MS) % 1440
  const two = (value: number) => String(value).padStart(2, '0')
  return `${localDateInWit(at)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The instant that such a field means; undefined while it is not whole. */
export function fromWitInput(text: string): Instant | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text)
  const [, day = '', hours, minutes] = found ?? []
  if (!isCalendarDay(day) || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return (
    toDayNumber(day) * 1440 * MINUTE_MS + (Number(hours) * 60 + Number(minutes)) * MINUTE_MS - WIT_OFFSET_MS
  )
}
