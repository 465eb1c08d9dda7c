import type { Change } from './queue-replica.ts'
import type { QueueItem } from './queue-item.ts'
import { plain } from './queue-item.ts'

export type Where = (item: QueueItem) => boolean
export type SortKey = (item: QueueItem) => number | string
export type Order = { readonly key: SortKey; readonly descending: boolean }

/** Every word must be found somewhere: `tuap sela` finds Yohanis Tuapeti of Selamon, `4117` finds AL-26-04117. */
export function searchFor(text: string, more: (item: QueueItem) => string = () => ''): Where | undefined {
  const words = plain(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return undefined
  return (item) => words.every((word) => item.search.includes(word) || more(item).includes(word))
}

/**
 * Which rows a list has and how many each view would show, kept while rows change: a change costs one look at one
 * row, never a walk through all. A new question walks once (50,000 rows in some milliseconds).
 */
export class QueueIndex {
  readonly #items = new Map<string, QueueItem>()
  #views: readonly Where[] = []
  #counts: number[] = []
  #where: Where = () => true
  #matching = new Map<string, QueueItem>()

  get size(): number {
    return this.#items.size
  }

  /** The rows that answer the question now, in no order. */
  get matching(): ReadonlyMap<string, QueueItem> {
    return this.#matching
  }

  /** One number per view, in the order of the views. */
  get counts(): readonly number[] {
    return this.#counts
  }

  item(id: string): QueueItem | undefined {
    return this.#items.get(id)
  }

  items(): IterableIterator<QueueItem> {
    return this.#items.values()
  }

  /** Starts over with these rows; the questions stay. */
  fill(items: Iterable<QueueItem>): void {
    this.#items.clear()
    for (const item of items) this.#items.set(item.row.id, item)
    this.#count(this.#views)
    this.#match(this.#where)
  }

  /** New questions, or the same at a later moment (both may depend on the clock). One that is the same function is not asked again. */
  ask(views: readonly Where[], where: Where): void {
    if (views !== this.#views) this.#count(views)
    if (where !== this.#where) this.#match(where)
  }

  #count(views: readonly Where[]): void {
    this.#views = views
    const counts = views.map(() => 0)
    for (const item of this.#items.values())
      for (let n = 0; n < views.length; n += 1) if (views[n]?.(item)) counts[n] = (counts[n] ?? 0) + 1
    this.#counts = counts
  }

  #match(where: Where): void {
    this.#where = where
    const matching = new Map<string, QueueItem>()
    for (const item of this.#items.values()) if (where(item)) matching.set(item.row.id, item)
    this.#matching = matching
  }

  apply(changes: readonly Change[]): void {
    const counts = [...this.#counts]
    for (const { after } of changes) {
      const before = this.#items.get(after.row.id)
      this.#items.set(after.row.id, after)
      this.#views.forEach((view, n) => {
        const step = (view(after) ? 1 : 0) - (before && view(before) ? 1 : 0)
        if (step !== 0) counts[n] = (counts[n] ?? 0) + step
      })
      if (this.#where(after)) this.#matching.set(after.row.id, after)
      else this.#matching.delete(after.row.id)
    }
    this.#counts = counts
  }

  /** The ids in reading order. Equal keys go by the older case first, so that an order is always the same order. */
  sorted({ key, descending }: Order): string[] {
    const keyed = Array.from(this.#matching.values(), (item) => {
      const text = key(item)
      const rank = typeof text === 'number' ? text : beginningOf(text)
      return { rank, text, at: item.row.submittedAt ?? item.row.changedAt, id: item.row.id }
    })
    const turn = descending ? -1 : 1
    keyed.sort((a, b) => {
      if (a.rank !== b.rank) return a.rank < b.rank ? -turn : turn
      if (a.text !== b.text) return a.text < b.text ? -turn : turn
      return a.at - b.at || (a.id < b.id ? -1 : 1)
    })
    return keyed.map((one) => one.id)
  }
}

const BEGINNING = 6
const LAST_BYTE = 255

/** The first letters as one number in the same order: comparing numbers is several times faster than texts. */
function beginningOf(text: string): number {
  let rank = 0
  let told = false // behind a letter that has no byte of its own, only the text itself can tell
  for (let n = 0; n < BEGINNING; n += 1) {
    const code: number = told || n >= text.length ? 0 : Math.min(text.charCodeAt(n), LAST_BYTE)
    told ||= code === LAST_BYTE
    rank = rank * (LAST_BYTE + 1) + code
  }
  return rank
}
