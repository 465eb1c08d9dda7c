/** Work that must not run side by side for one key, in the order in which it was asked for. */
export type Lanes = Map<string, Promise<unknown>>

/**
 * Waits for what was asked before under the same key in this process, then runs. It saves the database the collisions
 * of people at one case; that two instances may still collide is for the database to decide.
 */
export function inTurn<T>(lanes: Lanes, key: string, work: () => Promise<T>): Promise<T> {
  const before = lanes.get(key)
  const mine = before === undefined ? work() : before.then(work, work)
  lanes.set(key, mine)
  return mine.finally(() => {
    if (lanes.get(key) === mine) lanes.delete(key)
  })
}
