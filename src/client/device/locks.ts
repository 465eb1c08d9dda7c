/** The part of `navigator.locks` that is needed: a test brings its own. */
export type Locks = {
  readonly request: <T>(name: string, work: () => Promise<T>) => Promise<T>
}

/**
 * Held from when this resolves for as long as a screen writes in something by itself: what it resolves to ends it, or
 * the death of the tab. Where the browser has no locks there is one tab, and nothing to hold.
 */
export function holdWhileOpen(name: string): Promise<() => void> {
  const locks = (globalThis.navigator as { locks?: LockManager } | undefined)?.locks
  if (locks === undefined) return Promise.resolve(() => undefined)
  return new Promise((granted) => {
    void locks.request(name, { mode: 'shared' }, () => new Promise<void>((release) => granted(release)))
  })
}

/** Does the work unless somebody holds this. */
export async function unlessHeld(name: string, work: () => Promise<void>): Promise<void> {
  const locks = (globalThis.navigator as { locks?: LockManager } | undefined)?.locks
  if (locks === undefined) return
  await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work()
  })
}

const lines = new Map<string, Promise<unknown>>()

/**
 * One at a time for all tabs of this browser, by Web Locks; where the browser has none (plain http), for this tab.
 * What a dead tab held is let go by the browser, and the next one has its turn.
 */
export const LOCKS: Locks = {
  request<T>(name: string, work: () => Promise<T>): Promise<T> {
    const locks = (globalThis.navigator as { locks?: LockManager } | undefined)?.locks
    if (locks !== undefined) return locks.request(name, work) as Promise<T>
    const next = (lines.get(name) ?? Promise.resolve()).then(work, work)
    lines.set(
      name,
      next.catch(() => undefined),
    )
    return next
  },
}
