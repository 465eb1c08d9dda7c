export type Slots = { run<T>(key: string, work: () => Promise<T>): Promise<T> }

/** At most so many at the same time under one key; the others wait here, in the order in which they came. */
export function createSlots(most: number): Slots {
  const busy = new Map<string, { running: number; readonly waiting: (() => void)[] }>()
  return {
    async run(key, work) {
      const at = busy.get(key) ?? { running: 0, waiting: [] }
      busy.set(key, at)
      if (at.running >= most) await new Promise<void>((resolve) => at.waiting.push(resolve))
      else at.running += 1
      try {
        return await work()
      } finally {
        const next = at.waiting.shift() // it takes this place over
        if (next) next()
        else if ((at.running -= 1) === 0) busy.delete(key)
      }
    },
  }
}
