import type { DraftView } from '#domain/intake/draft-view.ts'
import type { DraftEntry } from '#client/device/device-entry.ts'
import { DeviceFull } from '#client/device/device-store.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { keepTyped, typedOver } from '#client/device/keep-typed.ts'
import type { Also } from '#client/outbox/outbox.ts'
import { NOTHING } from './typed-answers.ts'

/** One form's entry on the device, and whether the device had room for it. */
export class DraftDisk {
  /** No room for what was to be written last; everything before it is there. */
  full = false
  readonly #store: DeviceStore
  readonly #id: string

  constructor(store: DeviceStore, id: string) {
    this.#store = store
    this.#id = id
  }

  /** False: the device is full. */
  async writing(write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write()
      this.full = false
      return true
    } catch (error) {
      if (!(error instanceof DeviceFull)) throw error
      this.full = true
      return false
    }
  }

  read(): Promise<DraftEntry | undefined> {
    return this.#store.get('draft', this.#id)
  }

  keepTyped(entry: DraftEntry): Promise<boolean> {
    return this.writing(() => keepTyped(this.#store, entry))
  }

  /** The one way by which a screen writes a view. A form that was let go meanwhile does not come back by it. */
  keepView(view: DraftView, toldAt: number): Promise<boolean> {
    return this.writing(() =>
      this.#store.alone(async () => {
        const kept = await this.read()
        if (kept === undefined || kept.view.version > view.version) return
        await this.#store.write([{ keep: { ...kept, view, toldAt } }])
      }),
    )
  }

  /** What was typed goes to the outbox: the form's own entry is emptied of it in the same write. */
  emptied(posting: DraftEntry): Also {
    return async () => {
      const kept = (await this.read()) ?? posting
      return [{ keep: typedOver(kept, { ...posting, unsent: NOTHING }) }]
    }
  }
}
