const MOST_MS = 100

export type Pacer<T> = { soon(item: T): void; stop(): void }

/**
 * Hands over what has gathered: alone, at once; under load, after a pause as long as the last hand-over took, so that
 * rows gather into one frame instead of frames queueing up.
 */
export function createPacer<T>(
  handOver: (items: readonly T[]) => void,
  now: () => number = () => performance.now(),
): Pacer<T> {
  const waiting = new Set<T>()
  let timer: NodeJS.Timeout | NodeJS.Immediate | undefined
  let restUntil = 0

  function run(): void {
    timer = undefined
    const items = [...waiting]
    waiting.clear()
    const started = now()
    handOver(items)
    const ended = now()
    restUntil = ended + Math.min(MOST_MS, ended - started)
  }

  return {
    soon(item) {
      waiting.add(item)
      if (timer) return
      const rest = restUntil - now()
      timer = rest > 1 ? setTimeout(run, rest) : setImmediate(run)
    },
    stop() {
      clearTimeout(timer as NodeJS.Timeout)
      clearImmediate(timer as NodeJS.Immediate)
    },
  }
}
