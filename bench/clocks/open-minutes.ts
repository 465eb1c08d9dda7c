import type { TimeRules } from '#domain/sla/time-rules.ts'

// The witness's own look at an office's hours; it shares no code with the engine.

export const WIT_MINUTES = 9 * 60
export const DAY = 24 * 60

/** Every minute of some days of one office: open (1) or not. Looked up by minutes since the first. */
export type OpenMinutes = { readonly first: number; readonly open: Uint8Array }

/** Walks through the days of an office and marks every minute in which it is open. */
export function walkOffice(rules: TimeRules, office: string, firstDay: string, days: number): OpenMinutes {
  const open = new Uint8Array(days * DAY)
  const midnight = Date.parse(`${firstDay}T00:00:00Z`)
  for (let day = 0; day < days; day += 1) {
    const date = new Date(midnight + day * 86_400_000)
    const spans = spansOn(rules, office, date.toISOString().slice(0, 10), date.getUTCDay())
    for (const [from, to] of spans) {
      for (let minute = from; minute < to; minute += 1) open[day * DAY + minute] = 1
    }
  }
  return { first: midnight / 60_000 - WIT_MINUTES, open }
}

export function isWithin(place: string, region: string): boolean {
  return region === '*' || place === region || place.startsWith(`${region}.`)
}

function spansOn(
  rules: TimeRules,
  office: string,
  date: string,
  weekday: number,
): readonly (readonly [number, number])[] {
  const exception = rules.openings.findLast(
    (one) => one.on === date && (one.office === office || one.office === '*'),
  )
  if (exception) return exception.spans
  if (rules.holidays.some((one) => one.on === date && isWithin(office, one.office))) return []
  let best: TimeRules['hours'][number] | undefined
  for (const hours of rules.hours) {
    if (!isWithin(office, hours.office) || date < hours.from || (hours.to !== null && date > hours.to))
      continue
    if (!best || beats(hours, best)) best = hours
  }
  return best?.week[weekday] ?? []
}

/** The hours of the office itself before those of the region around it; a period that ends before one that goes on; the later before the earlier. */
function beats(a: TimeRules['hours'][number], b: TimeRules['hours'][number]): boolean {
  const size = (office: string) => (office === '*' ? 0 : office.length)
  if (size(a.office) !== size(b.office)) return size(a.office) > size(b.office)
  if ((a.to === null) !== (b.to === null)) return a.to !== null
  return a.from > b.from
}
