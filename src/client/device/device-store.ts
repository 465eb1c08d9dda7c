import type { DeviceEntry, EntryKind, EntryOf, PaperEntry, SnapshotEntry } from './device-entry.ts'
import { DEVICE_SCHEMA } from './device-entry.ts'
import type { DeviceDb, Sealed, StoredEntry } from './device-db.ts'
import { deviceDb, STRICT } from './device-db.ts'
import type { Locks } from './locks.ts'
import { LOCKS } from './locks.ts'
import { upgradeEntry } from './upgrade-entry.ts'
import type { Vault } from './vault-seal.ts'

/** One thing to keep or to let go. The changes of one `write` are all on the disk when it returns, or none is. */
export type Change =
  | { readonly keep: Exclude<DeviceEntry, PaperEntry> }
  | { readonly keep: PaperEntry; readonly bytes?: Uint8Array<ArrayBuffer> }
  | { readonly drop: EntryKind; readonly id: string }

/** The device has no room left: nothing was written, and what was there before still is. */
export class DeviceFull extends Error {
  constructor() {
    super('device full')
  }
}

type Prepared = {
  readonly kind: EntryKind
  readonly id: string
  /** Left out: let go. */
  readonly entry?: StoredEntry
  readonly bytes?: Sealed
}

export type DeviceStore = {
  readonly personId: string
  readonly write: (changes: readonly Change[]) => Promise<void>
  readonly get: <Kind extends EntryKind>(kind: Kind, id: string) => Promise<EntryOf<Kind> | undefined>
  readonly all: <Kind extends EntryKind>(kind: Kind) => Promise<readonly EntryOf<Kind>[]>
  readonly bytesOf: (paperId: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  /** How many there are, without opening any. */
  readonly count: (kind: EntryKind) => Promise<number>
  /** How many of them lie here and do not open: torn on the disk, or of a later version. They stay where they are. */
  readonly unopened: (kind: EntryKind) => Promise<number>
  /** Reads, decides and writes with no other tab in between. Do not nest. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  readonly keepSnapshot: (name: string, value: unknown) => Promise<void>
  readonly snapshot: (
    name: string,
  ) => Promise<{ readonly value: unknown; readonly keptAt: number } | undefined>
  /** Something was written here or in another tab. */
  readonly onChange: (listener: () => void) => () => void
}

const keyOf = (personId: string, kind: EntryKind, id: string) => `${personId}/${kind}/${id}`
const listeners = new Set<(personId: string) => void>()
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('satu-antrean-hp')
channel?.addEventListener('message', (event: MessageEvent<unknown>) => tellHere(String(event.data)))
;(channel as { unref?: () => void } | undefined)?.unref?.()

function tellHere(personId: string): void {
  for (const listener of listeners) listener(personId)
}

/**
 * What one officer keeps on this device: drafts, papers, what waits to be sent, and snapshots to read without a
 * network. Sealed by their vault, written with strict durability: "Tersimpan di HP" may be shown when `write` returns.
 */
export function deviceStore(
  vault: Vault,
  database: () => Promise<DeviceDb> = deviceDb,
  locks: Locks = LOCKS,
): DeviceStore {
  const { personId } = vault

  async function write(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return
    const sealed = await Promise.all(changes.map(prepare))
    const change = (await database()).transaction(['entries', 'bytes'], 'readwrite', STRICT)
    const [entries, bytes] = [change.objectStore('entries'), change.objectStore('bytes')]
    try {
      const asked: Promise<unknown>[] = sealed.map((one) =>
        one.entry === undefined
          ? entries.delete(keyOf(personId, one.kind, one.id))
          : entries.put(one.entry, keyOf(personId, one.kind, one.id)),
      )
      for (const { kind, id, entry, bytes: content } of sealed) {
        if (kind !== 'paper') continue
        const key = keyOf(personId, kind, id)
        if (entry === undefined) asked.push(bytes.delete(key))
        else if (content !== undefined) asked.push(bytes.put({ personId, sealed: content }, key))
      }
      await Promise.all([...asked, change.done])
    } catch (error) {
      throw isFull(error) || isFull(change.error) ? new DeviceFull() : error
    }
    tellHere(personId)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin but ours
    channel?.postMessage(personId)
  }

  async function prepare(change: Change): Promise<Prepared> {
    if ('drop' in change) return { kind: change.drop, id: change.id }
    const { keep } = change
    const { kind, id } = keep
    const entry = { personId, kind, schema: DEVICE_SCHEMA, sealed: await vault.seal(keep, `${kind}/${id}`) }
    if (!('bytes' in change) || change.bytes === undefined) return { kind, id, entry }
    return { kind, id, entry, bytes: await vault.sealBytes(change.bytes, `bytes/${id}`) }
  }

  /** Each as it opens; undefined where one does not: the others are not to wait for it. */
  async function opened(kind: EntryKind): Promise<readonly (DeviceEntry | undefined)[]> {
    const index = (await database()).transaction('entries').store.index('byKind')
    const [found, keys] = await Promise.all([
      index.getAll([personId, kind]),
      index.getAllKeys([personId, kind]),
    ])
    return Promise.all(found.map((one, index) => open(one, (keys[index] ?? '').slice(personId.length + 1))))
  }

  async function open({ schema, sealed }: StoredEntry, place: string): Promise<DeviceEntry | undefined> {
    const content = await vault.unseal(sealed, place).catch(() => undefined)
    return upgradeEntry(content, schema)
  }

  async function all<Kind extends EntryKind>(kind: Kind): Promise<readonly EntryOf<Kind>[]> {
    const entries = await opened(kind)
    return entries.filter((one) => one !== undefined) as readonly DeviceEntry[] as readonly EntryOf<Kind>[]
  }

  async function get<Kind extends EntryKind>(kind: Kind, id: string): Promise<EntryOf<Kind> | undefined> {
    const found = await (await database()).get('entries', keyOf(personId, kind, id))
    return found && ((await open(found, `${kind}/${id}`)) as EntryOf<Kind> | undefined)
  }

  return {
    personId,
    write,
    get,
    all,
    bytesOf: async (paperId) => {
      const found = await (await database()).get('bytes', keyOf(personId, 'paper', paperId))
      return found && vault.unsealBytes(found.sealed, `bytes/${paperId}`).catch(() => undefined)
    },
    count: async (kind) => (await database()).countFromIndex('entries', 'byKind', [personId, kind]),
    unopened: async (kind) => (await opened(kind)).filter((one) => one === undefined).length,
    alone: (work) => locks.request(`satu-antrean-hp/${personId}`, work),
    keepSnapshot: (name, value) =>
      write([{ keep: { kind: 'snapshot', id: name, value, keptAt: Date.now() } }]),
    snapshot: async (name) => {
      const found: SnapshotEntry | undefined = await get('snapshot', name)
      return found && { value: found.value, keptAt: found.keptAt }
    },
    onChange: (listener) => {
      const mine = (changed: string) => {
        if (changed === personId) listener()
      }
      listeners.add(mine)
      return () => listeners.delete(mine)
    },
  }
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError'
