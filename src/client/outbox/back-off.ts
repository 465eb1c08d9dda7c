const FIRST_MS = 1_000
/** While there is a network nothing waits longer: back-off that grows to hours looks like loss. */
export const LONGEST_WAIT_MS = 60_000

/** How long to wait after so many attempts without an answer. `spread` in 0–1 keeps many phones apart. */
export function backOffMs(failures: number, spread: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(wait * (0.75 + 0.25 * spread))
}
