import type { DeviceStore } from '#client/device/device-store.ts'

/** A sealed file that this device made: what opens its receipt, and what it was about. */
export type OwnExport = {
  readonly exportId: string
  /** The first letters of its id, on the phone and at the carrier's screen. */
  readonly code: string
  readonly madeAt: number
  readonly cases: number
  readonly items: number
  readonly bytes: number
  /** The Dinas's key it was sealed to. */
  readonly to: string
  /** age identity: opens the receipt. Sealed on this device, nowhere else. */
  readonly opens: string
  readonly receiptAt?: number
}

const NAME = 'kapal/kiriman'
const MOST = 30

/** The newest first. */
export async function ownExports(store: DeviceStore): Promise<readonly OwnExport[]> {
  return ((await store.snapshot(NAME))?.value as readonly OwnExport[] | undefined) ?? []
}

export function keepExport(store: DeviceStore, made: OwnExport): Promise<void> {
  return store.alone(async () => {
    const others = (await ownExports(store)).filter((one) => one.exportId !== made.exportId)
    const all = [made, ...others].toSorted((a, b) => b.madeAt - a.madeAt)
    // What nobody answered yet stays, however old it is: its key is the only one that opens the receipt.
    const kept = all.filter(({ receiptAt }, place) => place < MOST || receiptAt === undefined)
    await store.keepSnapshot(NAME, kept)
  })
}
