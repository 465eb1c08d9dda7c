/** A data key that only one secret opens. */
export type WrappedKey = {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly body: ArrayBuffer
}

/** One officer's vault as it lies on this device. No name, no area: who it belongs to is an id. */
export type VaultRecord = {
  readonly madeAt: number
  /** Opens with what the Dinas tells whoever signed in. */
  readonly byLogin: WrappedKey & { readonly salt: Uint8Array<ArrayBuffer> }
  /** Opens with the PIN, also without any network. Absent until a person chose one. */
  readonly byPin?: WrappedKey & { readonly salt: Uint8Array<ArrayBuffer>; readonly rounds: number }
  /** Wrong PINs since the last right one. Counted before each try, so that a closed tab does not win one back. */
  readonly wrongPins: number
  /** No PIN is looked at before. */
  readonly nextPinAt: number
}
