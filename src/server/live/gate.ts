/** Lets people in together who come together: alone, at once; in a rush, every `gatherMs` all who wait. */
export function createGate(
  gatherMs: number,
  now: () => number = () => performance.now(),
): { pass(): Promise<void> } {
  let waiting: (() => void)[] = []
  let openedAt = -Infinity

  function open(): void {
    openedAt = now()
    const all = waiting
    waiting = []
    for (const enter of all) enter()
  }

  return {
    pass() {
      return new Promise((resolve) => {
        waiting.push(resolve)
        if (waiting.length === 1) setTimeout(open, Math.max(0, openedAt + gatherMs - now()))
      })
    },
  }
}
