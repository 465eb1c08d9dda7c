import type { DBSchema, IDBPDatabase } from 'idb'
import { openDB } from 'idb'
import type { EntryKind } from './device-entry.ts'
import type { VaultRecord } from './vault-record.ts'

export type Sealed =
  | { readonly iv: Uint8Array<ArrayBuffer>; readonly body: ArrayBuffer }
  /** Plain http in an office LAN or a demo: the browser gives no cipher, and nothing there is sealed anyway. */
  | { readonly plain: unknown }

/** What lies in the clear is an id, a kind, a size and a time; every word and every byte of a paper is sealed. */
export type StoredEntry = {
  readonly personId: string
  readonly kind: EntryKind
  readonly schema: number
  readonly sealed: Sealed
}

export interface DeviceSchema extends DBSchema {
  vaults: { key: string; value: VaultRecord }
  /** Keys that scripts can use but not read: of this device, and of who is signed in now. */
  keys: { key: string; value: { readonly key: CryptoKey; readonly usedAt: number } }
  entries: { key: string; value: StoredEntry; indexes: { byKind: [string, string] } }
  bytes: { key: string; value: { readonly personId: string; readonly sealed: Sealed } }
}

const NAME = 'satu-antrean-hp'
export type DeviceDb = IDBPDatabase<DeviceSchema>
export const STRICT = { durability: 'strict' } as const

let opened: Promise<DeviceDb> | undefined

/** The one database of this device. A tab of a newer version may upgrade it: the old connection gives way. */
export function deviceDb(): Promise<DeviceDb> {
  opened ??= openDeviceDb().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

/** A connection of its own, for whoever simulates several devices in one process. */
export async function openDeviceDb(): Promise<DeviceDb> {
  const db = await openDB<DeviceSchema>(NAME, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('vaults')
      fresh.createObjectStore('keys')
      fresh.createObjectStore('entries').createIndex('byKind', ['personId', 'kind'])
      fresh.createObjectStore('bytes')
    },
    blocking: (_current, _blocked, event) => {
      ;(event.target as IDBDatabase).close()
      opened = undefined
    },
    terminated: () => {
      opened = undefined
    },
  })
  return db
}
