import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Text } from '#domain/shared/text.ts'
import type { Calendar, DayGround } from './calendar.ts'
import { FIRST_DAY } from './calendar.ts'
import { BREAK, CLOSED, holidayWords, hoursWords, openingWords, OUTSIDE, WEEKEND } from './explain-words.ts'
import { dayOf, startOfDay } from './working-time.ts'

export type HoursLine = {
  readonly from: Instant
  readonly to: Instant
  readonly open: boolean
  readonly rule: Text
}

/** The hours of an office between two instants, open and closed, each with the rule that makes it so. */
export function hoursBetween(calendar: Calendar, from: Instant, to: Instant): readonly HoursLine[] {
  const lines: HoursLine[] = []
  for (let day = dayOf(from); startOfDay(day) < to; day += 1) {
    for (const line of hoursOfDay(calendar, day)) {
      const [start, end] = [Math.max(line.from, from), Math.min(line.to, to)]
      if (end > start) lines.push({ ...line, from: start, to: end })
    }
  }
  return lines
}

function hoursOfDay(calendar: Calendar, day: number): readonly HoursLine[] {
  const midnight = startOfDay(day)
  const spans = calendar.spans[day - FIRST_DAY] ?? []
  const ground = calendar.grounds[day - FIRST_DAY] ?? { by: 'none' as const }
  const [first] = spans
  const last = spans.at(-1)
  if (!first || !last)
    return [{ from: midnight, to: startOfDay(day + 1), open: false, rule: closedBy(ground, day) }]
  const rule = ground.by === 'opening' ? openingWords(ground.opening) : hoursWords(ground)
  const lines: HoursLine[] = [
    { from: midnight, to: midnight + first[0] * MINUTE_MS, open: false, rule: OUTSIDE },
  ]
  spans.forEach(([start, end], place) => {
    const before = spans[place - 1]
    if (before)
      lines.push({
        from: midnight + before[1] * MINUTE_MS,
        to: midnight + start * MINUTE_MS,
        open: false,
        rule: BREAK,
      })
    lines.push({ from: midnight + start * MINUTE_MS, to: midnight + end * MINUTE_MS, open: true, rule })
  })
  lines.push({ from: midnight + last[1] * MINUTE_MS, to: startOfDay(day + 1), open: false, rule: OUTSIDE })
  return lines
}

function closedBy(ground: DayGround, day: number): Text {
  if (ground.by === 'holiday') return holidayWords(ground.holiday)
  const weekday = (day + 4) % 7
  return weekday === 0 || weekday === 6 ? WEEKEND : CLOSED
}
