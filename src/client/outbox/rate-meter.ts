const LATELY_MS = 10_000

/** What the line carried in the last ten seconds: minutes are promised only when that is known. */
export class RateMeter {
  #moves: { readonly at: number; readonly bytes: number }[] = []
  #since: number | undefined

  /** `from`: when it began to move, if that is known. */
  moved(bytes: number, from: number | undefined, at: number): void {
    if (bytes <= 0) return
    this.#since ??= from ?? at
    this.#moves = [...this.#moves.filter((move) => at - move.at <= LATELY_MS), { at, bytes }]
  }

  bytesPerSecond(now: number): number | undefined {
    const lately = this.#moves.filter((move) => now - move.at <= LATELY_MS)
    if (lately.length === 0 || this.#since === undefined) return undefined
    const seconds = Math.min(LATELY_MS, Math.max(1, now - this.#since)) / 1000
    return lately.reduce((sum, move) => sum + move.bytes, 0) / seconds
  }
}
