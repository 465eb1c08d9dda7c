import type { Instant } from '#domain/shared/instant.ts'
import type { Calendar } from './calendar.ts'
import type { Gap } from './clockwork.ts'
import { addWorking, whenOpen, workingBetween } from './working-time.ts'

/**
 * When so much working time has been used, standing still in the gaps; Infinity while nobody knows when the last gap
 * ends. What falls due at the very beginning of a gap is due.
 */
export function dueAfter(calendar: Calendar, from: Instant, working: number, gaps: readonly Gap[]): Instant {
  let start = from
  let left = working
  for (const gap of gaps) {
    if (gap.to <= start) continue
    const due = addWorking(calendar, start, left)
    if (due <= gap.from) return due
    left -= Math.max(0, workingBetween(calendar, start, gap.from))
    start = gap.to
    if (start === Infinity) return Infinity
  }
  return addWorking(calendar, start, left)
}

/** The same for several amounts from one instant: `open` is what had been open until then, counted once. */
export function dueSince(
  calendar: Calendar,
  from: Instant,
  open: number,
  working: number,
  gaps: readonly Gap[],
): Instant {
  if (gaps.length > 0) return dueAfter(calendar, from, working, gaps)
  return working <= 0 ? from : whenOpen(calendar, open + working, from)
}

/** Working time used from an instant to now, without the gaps. */
export function usedSince(calendar: Calendar, from: Instant, now: Instant, gaps: readonly Gap[]): number {
  let used = Math.max(0, workingBetween(calendar, from, now))
  for (const gap of gaps) {
    const [start, end] = [Math.max(gap.from, from), Math.min(gap.to, now)]
    if (end > start) used -= workingBetween(calendar, start, end)
  }
  return used
}
