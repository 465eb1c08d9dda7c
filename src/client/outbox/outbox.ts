import type { CaseCommand } from '#domain/case/command.ts'
import type { PaperVerdict } from '#domain/case/paper-verdict.ts'
import type { ItemResult } from '#domain/intake/outbox-wire.ts'
import type { ItemAbout, OutboxItem, TextItem } from '#client/device/device-entry.ts'
import type { Change, DeviceStore } from '#client/device/device-store.ts'
import { newId } from '#client/new-id.ts'
import { joinEdit } from './join-edit.ts'
import { leavesTheSide } from './lanes.ts'

type NewBase = { readonly caseId: string; readonly about: ItemAbout; readonly id?: string }
export type NewItem =
  | (NewBase & { readonly command: CaseCommand; readonly seenVersion: number })
  | (NewBase & {
      readonly paper: {
        readonly paperId: string
        readonly ruleId: string
        readonly bytes: number
        readonly sha256: string
        readonly replaces?: string
        readonly verdict?: PaperVerdict
      }
    })

/** What else changes by it; a function reads and decides in its turn, when nobody else writes. */
export type Also = readonly Change[] | (() => Promise<readonly Change[]>)

export type Answered = { readonly item: OutboxItem; readonly result: ItemResult }

/**
 * What one officer has done and the Dinas does not have yet. Everything goes in here first, on the disk, and out only
 * by acknowledgement or by hand. The sender empties it; screens read it.
 */
export class Outbox {
  readonly store: DeviceStore
  readonly #clock: () => number
  readonly #wakers = new Set<(asked: boolean) => void>()
  readonly #answered = new Set<(answered: Answered) => void>()
  readonly #lately = new Map<string, ItemResult>()

  constructor(store: DeviceStore, clock: () => number = Date.now) {
    this.store = store
    this.#clock = clock
  }

  items(): Promise<readonly OutboxItem[]> {
    return this.store.all('item').then((all) => all.toSorted((a, b) => a.order - b.order))
  }

  /**
   * Puts acts into the outbox, together with what else changes on the device by them; all on the disk when it
   * returns. Answers the ids under which they will be answered: later words may join an item that has not left yet.
   */
  async put(news: readonly NewItem[], also: Also = []): Promise<readonly string[]> {
    const ids = await this.store.alone(async () => {
      const items = [...(await this.items())]
      const changes: Change[] = [...(typeof also === 'function' ? await also() : also)]
      const put = news.map((one) => this.#putOne(one, items, changes))
      await this.store.write(changes)
      return put
    })
    this.wake(false)
    return ids
  }

  #putOne(news: NewItem, items: OutboxItem[], changes: Change[]): string {
    const lane = items.filter((item) => item.caseId === news.caseId)
    if ('command' in news && news.command.type === 'edit') {
      const last = lane.findLast((item): item is TextItem => item.what === 'command')
      const joined = joinEdit(last, news.command)
      if (joined !== undefined) {
        items.splice(
          items.findIndex((item) => item.id === joined.id),
          1,
          joined,
        )
        changes.push({ keep: joined })
        return joined.id
      }
    }
    if ('command' in news && leavesTheSide(asItem(news, '', 0, 0))) {
      // Pressed again: what waits is the same act. What was refused gives way to the mended one.
      const same = lane.find((item) => item.what === 'command' && item.command.type === news.command.type)
      if (same !== undefined && same.trouble === undefined) return same.id
      if (same !== undefined) changes.push({ drop: 'item', id: same.id })
      if (same !== undefined) items.splice(items.indexOf(same), 1)
    }
    const order = Math.max(0, ...items.map((item) => item.order)) + 1
    const item = asItem(news, news.id ?? newId(), order, this.#clock())
    items.push(item)
    changes.push({ keep: item })
    return item.id
  }

  /** A person wants it tried again: now, whatever was wrong with it or however long it was to wait. */
  retry(id: string): Promise<void> {
    return this.#change(id, true, ({ trouble: _trouble, notBefore: _notBefore, ...item }) => item)
  }

  /** A person moves it to another time; what depends on it waits too. */
  hold(id: string, until: number): Promise<void> {
    return this.#change(id, false, (item) => ({ ...item, notBefore: until }))
  }

  async #change(id: string, asked: boolean, how: (item: OutboxItem) => OutboxItem): Promise<void> {
    await this.store.alone(async () => {
      const item = await this.store.get('item', id)
      if (item !== undefined) await this.store.write([{ keep: how(item) }])
    })
    this.wake(asked)
  }

  /**
   * Takes an item out by a person's hand, after they were asked. A case that only this device knows goes with its
   * beginning: everything of it.
   */
  async discard(id: string): Promise<void> {
    await this.store.alone(async () => {
      const items = await this.items()
      const item = items.find((one) => one.id === id)
      if (item === undefined) return
      const begins = item.what === 'command' && item.command.type === 'create'
      const gone = begins ? items.filter((one) => one.caseId === item.caseId) : [item]
      await this.store.write([
        ...gone.flatMap((one): Change[] => [
          { drop: 'item', id: one.id },
          ...(one.what === 'paper' ? [{ drop: 'paper' as const, id: one.paperId }] : []),
        ]),
        ...(begins ? [{ drop: 'draft' as const, id: item.caseId }] : []),
      ])
    })
    this.wake(false)
  }

  /** What an item came to, here or in another tab; undefined when that is not known in time. */
  answerTo(id: string, waitMs: number): Promise<ItemResult | undefined> {
    const known = this.#lately.get(id)
    if (known !== undefined) return Promise.resolve(known)
    return new Promise((resolve) => {
      const off = this.onAnswer(({ item, result }) => {
        if (item.id === id) done(result)
      })
      const timer = setTimeout(() => done(undefined), waitMs)
      function done(result: ItemResult | undefined): void {
        off()
        clearTimeout(timer)
        resolve(result)
      }
    })
  }

  onAnswer(listener: (answered: Answered) => void): () => void {
    this.#answered.add(listener)
    return () => this.#answered.delete(listener)
  }

  /** The sender, or its twin in another tab, heard this. */
  answered(answered: Answered): void {
    const { item, result } = answered
    if (result.result === 'done' || result.result === 'kept') this.#lately.set(item.id, result)
    for (const listener of this.#answered) listener(answered)
  }

  /** Something may be sent now. `asked`: a person wants it, also when sending waits to be asked. */
  wake(asked: boolean): void {
    for (const waker of this.#wakers) waker(asked)
  }

  onWake(waker: (asked: boolean) => void): () => void {
    this.#wakers.add(waker)
    return () => this.#wakers.delete(waker)
  }
}

function asItem(news: NewItem, id: string, order: number, putAt: number): OutboxItem {
  const { caseId, about } = news
  const base = { kind: 'item' as const, id, caseId, about, order, putAt, tries: 0 }
  return 'command' in news
    ? { ...base, what: 'command', command: news.command, seenVersion: news.seenVersion }
    : { ...base, what: 'paper', ...news.paper }
}
