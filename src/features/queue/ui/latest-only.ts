/** Of several questions only the answer to the last one counts: an old answer never replaces a newer view. */
export function latestOnly(): <T>(ask: () => Promise<T>) => Promise<T | undefined> {
  let last = 0
  return async (ask) => {
    last += 1
    const mine = last
    try {
      const answer = await ask()
      return mine === last ? answer : undefined
    } catch (error) {
      if (mine === last) throw error
      return undefined
    }
  }
}
