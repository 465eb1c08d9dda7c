import { IDBFactory } from 'fake-indexeddb'
import type { Change, DeviceStore } from '#client/device/device-store.ts'
import { deviceStore } from '#client/device/device-store.ts'
import type { DeviceDb } from '#client/device/device-db.ts'
import { openDeviceDb } from '#client/device/device-db.ts'
import type { Locks } from '#client/device/locks.ts'
import type { Vault } from '#client/device/vault-seal.ts'
import { vaultWith } from '#client/device/vault-seal.ts'
import { dataKey, newRawKey } from '#client/device/vault-crypto.ts'
import { Outbox } from '#client/outbox/outbox.ts'
import { Sender } from '#client/outbox/sender.ts'
import type { Fault } from './faults.ts'
import { plantedFetch, plantedWrite } from './faults.ts'
import type { Line } from './line.ts'

/** A phone: its disk, its clock and its locks outlive every tab. */
export class Device {
  readonly line: Line
  readonly vault: Vault
  readonly locks = new DeviceLocks()
  readonly #factory = new IDBFactory()
  readonly fault: Fault | undefined
  clockOffMs = 0

  private constructor(vault: Vault, line: Line, fault: Fault | undefined) {
    this.vault = vault
    this.line = line
    this.fault = fault
  }

  static async of(personId: string, line: Line, fault: Fault | undefined): Promise<Device> {
    return new Device(vaultWith(personId, await dataKey(newRawKey())), line, fault)
  }

  clock = (): number => Date.now() + this.clockOffMs

  /** Opens the disk. `openDB` asks for the global at once, so devices do not mix. */
  disk(): Promise<DeviceDb> {
    Object.assign(globalThis, { indexedDB: this.#factory })
    return openDeviceDb()
  }
}

const never = <T>() => new Promise<T>(() => undefined)

/** A tab of the app on this device. Killed, it does nothing more: every step it waits for never comes. */
export class Tab {
  readonly outbox: Outbox
  readonly store: DeviceStore
  readonly #device: Device
  readonly #sender: Sender
  killed = false
  /** It dies at this many steps from now, wherever that is. */
  dieAfter = Number.POSITIVE_INFINITY

  private constructor(device: Device, db: DeviceDb) {
    this.#device = device
    const gate = <T>(work: () => Promise<T>): Promise<T> => this.#gate(work)
    const locks: Locks = {
      request: (name, work) => gate(() => device.locks.request(this, name, work)),
    }
    const store = deviceStore(device.vault, () => Promise.resolve(db), locks)
    this.store = {
      ...store,
      write: (changes: readonly Change[]) => gate(() => store.write(plantedWrite(device.fault, changes))),
      get: (kind, id) => gate(() => store.get(kind, id)),
      all: (kind) => gate(() => store.all(kind)),
      bytesOf: (id) => gate(() => store.bytesOf(id)),
    }
    this.outbox = new Outbox(this.store, device.clock)
    const fetch = plantedFetch(device.fault, device.line.fetch)
    this.#sender = new Sender(this.outbox, {
      fetch: (url, init) => gate(() => fetch(url, init)),
      locks,
      clock: device.clock,
      papers: {
        origin: device.line.origin,
        stack: device.line.stack((work) => gate(work)),
        wrap: (bytes) => Buffer.from(bytes) as unknown as Blob,
      },
    })
    void this.#sender.run()
  }

  static async on(device: Device): Promise<Tab> {
    return new Tab(device, await device.disk())
  }

  async #gate<T>(work: () => Promise<T>): Promise<T> {
    this.dieAfter -= 1
    if (this.dieAfter <= 0) this.kill()
    if (this.killed) return never()
    try {
      const came = await work()
      return this.killed ? await never<T>() : came
    } catch (error) {
      if (this.killed) return never()
      throw error
    }
  }

  kill(): void {
    if (this.killed) return
    this.killed = true
    this.#sender.stop()
    this.#device.locks.letGo(this)
  }

  close(): void {
    this.#sender.stop()
  }
}

/** Web Locks of one browser: what a dead tab held or waited for is let go. */
class DeviceLocks {
  readonly #held = new Map<string, object>()
  readonly #waiting: { readonly tab: object; readonly name: string; readonly begin: () => void }[] = []

  async request<T>(tab: Tab, name: string, work: () => Promise<T>): Promise<T> {
    if (this.#held.has(name))
      await new Promise<void>((begin) => {
        this.#waiting.push({ tab, name, begin })
      })
    else this.#held.set(name, tab)
    if (tab.killed) return never() // it died as its turn came, and the turn was given on
    try {
      return await work()
    } finally {
      if (this.#held.get(name) === tab) this.#free(name)
    }
  }

  letGo(tab: object): void {
    for (let at = this.#waiting.length - 1; at >= 0; at -= 1)
      if (this.#waiting[at]?.tab === tab) this.#waiting.splice(at, 1)
    for (const [name, holder] of this.#held) if (holder === tab) this.#free(name)
  }

  #free(name: string): void {
    this.#held.delete(name)
    const next = this.#waiting.findIndex((one) => one.name === name)
    if (next < 0) return
    const [one] = this.#waiting.splice(next, 1)
    if (one === undefined) return
    this.#held.set(name, one.tab)
    one.begin()
  }
}
