import type { Instant } from '#domain/shared/instant.ts'
import { localDateInWit, WIT_OFFSET_MS } from '#domain/shared/calendar.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'

const DAY_MINUTES = 1440
const two = (value: number) => String(value).padStart(2, '0')

/** `2026-06-09T10:42` in WIT, for a field of day and time, whatever zone the device is set to. */
export function witMoment(at: Instant): string {
  const minutes = Math.floor((at + WIT_OFFSET_MS) / MINUTE_MS) % DAY_MINUTES
  return `${localDateInWit(at)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The instant that such a field means; undefined while it is not whole. */
export function fromWitMoment(text: string): Instant | undefined {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00+09:00`) : Number.NaN
  return Number.isNaN(at) ? undefined : at
}

/** `450` is `07.30`. */
export function minuteOfDay(minute: number): string {
  return `${two(Math.floor(minute / 60))}.${two(minute % 60)}`
}

/** `07.30–12.00, 13.00–16.00` and back; undefined when it is not that. */
export function spansIn(text: string): readonly (readonly [number, number])[] | undefined {
  if (text.trim() === '') return []
  const spans: (readonly [number, number])[] = []
  for (const part of text.split(',')) {
    const found = /^\s*(\d{1,2})[.:](\d{2})\s*[–-]\s*(\d{1,2})[.:](\d{2})\s*$/.exec(part)
    if (!found) return undefined
    const [from, to] = [Number(found[1]) * 60 + Number(found[2]), Number(found[3]) * 60 + Number(found[4])]
    if (from >= to || to > DAY_MINUTES || from < (spans.at(-1)?.[1] ?? 0)) return undefined
    spans.push([from, to])
  }
  return spans
}

export function spansAs(spans: readonly (readonly [number, number])[]): string {
  return spans.map(([from, to]) => `${minuteOfDay(from)}–${minuteOfDay(to)}`).join(', ')
}
