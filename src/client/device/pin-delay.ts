const SECOND = 1_000
const MINUTE = 60_000
const DELAYS_MS = [0, 0, 0, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE]
const LONGEST_MS = 60 * MINUTE

/** How long the next PIN waits after so many wrong ones: three are free, then it grows to an hour. */
export function pinDelayMs(wrong: number): number {
  return DELAYS_MS[wrong] ?? LONGEST_MS
}
