/** A photo is to weigh no more, where it can still be read. */
export const WANTED_BYTES = 300 * 1024

/** From the finest to the smallest: length of its edges, and quality of the JPEG. */
export const LADDER = [
  { scale: 1, quality: 0.8 },
  { scale: 1, quality: 0.65 },
  { scale: 0.9, quality: 0.65 },
  { scale: 0.9, quality: 0.5 },
  { scale: 0.8, quality: 0.55 },
  { scale: 0.7, quality: 0.55 },
] as const

export type Rung = (typeof LADDER)[number]
export type Tried<T> = { readonly bytes: number; readonly made: T }

/**
 * The first rung that is light enough and still legible. When none is both, the lightest that is legible, and it is
 * said that it stays large: legibility is never paid for weight.
 */
export async function climbDown<T>(
  make: (rung: Rung) => Promise<Tried<T>>,
  legible: (made: T, rung: Rung) => Promise<boolean>,
): Promise<{ readonly made: T; readonly large: boolean }> {
  let kept: Tried<T> | undefined
  for (const rung of LADDER) {
    const tried = await make(rung)
    const first = kept === undefined
    if (!first && !(await legible(tried.made, rung))) {
      if (rung.scale < 1) break // what is smaller still is no clearer
      continue
    }
    if (kept === undefined || tried.bytes < kept.bytes) kept = tried
    if (kept.bytes <= WANTED_BYTES) return { made: kept.made, large: false }
  }
  if (kept === undefined) throw new Error('a ladder has rungs')
  return { made: kept.made, large: true }
}
