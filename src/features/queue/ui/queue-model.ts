import type { Change } from '#client/replica/queue-replica.ts'
import type { Order, Where } from '#client/replica/queue-index.ts'
import { QueueIndex } from '#client/replica/queue-index.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { ReadingList } from './reading-list.ts'

/** A change of a shown row, said in its place for eight seconds. */
export type Flash = { readonly before: QueueItem; readonly after: QueueItem; readonly at: number }

export const FLASH_MS = 8_000

export type Question = { readonly views: readonly Where[]; readonly where: Where; readonly order: Order }

/**
 * Everything that the queue screen shows, apart from how: the rows, the counts, the order that stands still while
 * someone reads, and what just changed. The screen is drawn again once per frame, however much news came.
 */
export class QueueModel {
  readonly index = new QueueIndex()
  readonly list = new ReadingList()
  readonly flashes = new Map<string, Flash>()
  /** Is somebody reading? Asked at every change; while not, the list follows by itself. */
  reading: () => boolean = () => false
  ready = false
  #order: Order = { key: () => 0, descending: false }
  #version = 0
  readonly #listeners = new Set<() => void>()
  #asked = false

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  version = (): number => this.#version

  fill(items: Iterable<QueueItem>, ready: boolean): void {
    this.ready = ready
    this.index.fill(items)
    this.flashes.clear()
    this.refresh()
  }

  /** A new question shows a new list. The same question a minute later only compares. */
  ask({ views, where, order }: Question, sameQuestion: boolean): void {
    this.#order = order
    this.index.ask(views, where)
    if (sameQuestion && this.#asked) {
      this.list.compare(this.index.matching)
      this.#follow()
    } else this.refresh()
    this.#asked = true
  }

  /** `happens`: what was missed while away is taken in, but nobody says that it has just been done. */
  changed(changes: readonly Change[], now: number, happens: (id: string) => boolean = () => true): void {
    for (const { after } of changes) {
      const before = this.index.item(after.row.id)
      if (before && this.list.placeOf(after.row.id) !== undefined && happens(after.row.id))
        this.flashes.set(after.row.id, { before, after, at: now })
      else this.flashes.delete(after.row.id) // what it said of the row before is no longer so
    }
    this.index.apply(changes)
    this.list.changed(
      changes.map((change) => change.after.row.id),
      (id) => this.index.matching.has(id),
    )
    this.#follow()
  }

  /** Takes in what waits and lets go what is gone. */
  refresh(): void {
    this.list.refresh(this.index.sorted(this.#order))
    this.#tell()
  }

  /** Flashes that have been read. True while some are still shown. */
  fade(now: number): boolean {
    let faded = false
    for (const [id, flash] of this.flashes) {
      if (now - flash.at < FLASH_MS) continue
      this.flashes.delete(id)
      faded = true
    }
    if (faded) this.#tell()
    return this.flashes.size > 0
  }

  #follow(): void {
    const nothingShown = this.list.order.length === this.list.gone.size
    if (nothingShown || !this.reading()) this.refresh()
    else this.#tell()
  }

  #tell(): void {
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }
}
