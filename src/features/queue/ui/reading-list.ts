/**
 * The order of a list as a person reads it. It stands still while they read: rows that came wait (`waiting`), rows that
 * no longer belong stay in their place (`gone`), until `refresh`. Always: rows shown − gone + waiting = rows that match.
 */
export class ReadingList {
  #order: readonly string[] = []
  #placesKnown: ReadonlyMap<string, number> | undefined
  readonly #waiting = new Set<string>()
  readonly #gone = new Set<string>()

  get order(): readonly string[] {
    return this.#order
  }

  get waiting(): ReadonlySet<string> {
    return this.#waiting
  }

  get gone(): ReadonlySet<string> {
    return this.#gone
  }

  /** Made when first asked for: most lists are only looked at. */
  get #places(): ReadonlyMap<string, number> {
    return (this.#placesKnown ??= new Map(this.#order.map((id, place) => [id, place])))
  }

  placeOf(id: string): number | undefined {
    return this.#places.get(id)
  }

  /** The list is read anew: nothing waits, nothing is gone. */
  refresh(order: readonly string[]): void {
    this.#order = order
    this.#placesKnown = undefined
    this.#waiting.clear()
    this.#gone.clear()
  }

  /** These cases changed; `matches` says whether each belongs to the list now. */
  changed(ids: Iterable<string>, matches: (id: string) => boolean): void {
    for (const id of ids) {
      const belongs = matches(id)
      if (this.#places.has(id)) {
        if (belongs) this.#gone.delete(id)
        else this.#gone.add(id)
      } else if (belongs) this.#waiting.add(id)
      else this.#waiting.delete(id)
    }
  }

  /** The question itself moved on (a minute passed): compare everything. */
  compare(matching: ReadonlyMap<string, unknown>): void {
    this.#waiting.clear()
    this.#gone.clear()
    for (const id of this.#order) if (!matching.has(id)) this.#gone.add(id)
    for (const id of matching.keys()) if (!this.#places.has(id)) this.#waiting.add(id)
  }
}
