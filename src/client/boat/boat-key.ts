import type { DeviceStore } from '#client/device/device-store.ts'
import { api } from '#client/trpc.ts'

/** What is kept of the Dinas: files are sealed to the first, receipts are signed by the second. Both are public. */
export type HouseKey = { readonly recipient: string; readonly verifyKey: string }

/** This officer's own key on this device, and the Dinas's, as they were when there was last a signal. */
export type BoatKey = {
  readonly publicKey: string
  readonly privateKey: JsonWebKey
  readonly deviceKeyId: string
  readonly house: HouseKey
  /** Earlier ones, for receipts that are still on their way. */
  readonly before: readonly HouseKey[]
  readonly askedAt: number
}

const NAME = 'kapal/kunci'
const ASK_AGAIN_MS = 24 * 3_600_000
const KEPT_HOUSES = 4
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const

export async function boatKey(store: DeviceStore): Promise<BoatKey | undefined> {
  return (await store.snapshot(NAME))?.value as BoatKey | undefined
}

/**
 * Makes this device known to the Dinas and fetches its present key, once a day while there is a network: the day it is
 * needed there is none. Undefined: neither known nor reachable, or a browser without ciphers.
 */
export async function freshBoatKey(
  store: DeviceStore,
  now: number = Date.now(),
): Promise<BoatKey | undefined> {
  if ((globalThis.crypto as { subtle?: SubtleCrypto }).subtle === undefined) return undefined
  const known = await boatKey(store)
  if (known !== undefined && now - known.askedAt < ASK_AGAIN_MS) return known
  try {
    const pair = known ?? (await newPair())
    const answer = await api.boat.registerDevice.mutate({ publicKey: pair.publicKey })
    if (answer.ok) return await keep(store, pair, answer, known, now)
    if (answer.why !== 'device-revoked') return known
    const other = await newPair()
    const again = await api.boat.registerDevice.mutate({ publicKey: other.publicKey })
    return again.ok ? await keep(store, other, again, known, now) : known
  } catch {
    return known
  }
}

type Pair = Pick<BoatKey, 'publicKey' | 'privateKey'>

async function keep(
  store: DeviceStore,
  { publicKey, privateKey }: Pair,
  answer: { readonly deviceKeyId: string; readonly house: HouseKey },
  known: BoatKey | undefined,
  askedAt: number,
): Promise<BoatKey> {
  const houses = known === undefined ? [] : [known.house, ...known.before]
  const before = houses.filter((one) => one.recipient !== answer.house.recipient).slice(0, KEPT_HOUSES)
  const key = { publicKey, privateKey, deviceKeyId: answer.deviceKeyId, house: answer.house, before, askedAt }
  await store.keepSnapshot(NAME, key)
  return key
}

async function newPair(): Promise<Pair> {
  const pair = await crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify'])
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
  const privateKey = await crypto.subtle.exportKey('jwk', pair.privateKey) // sealed with everything else here
  return { publicKey: btoa(String.fromCharCode(...spki)), privateKey }
}

export async function signWith(key: BoatKey, words: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const own = await crypto.subtle.importKey('jwk', key.privateKey, ECDSA, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, own, words))
}

export async function signedByHouse(
  house: HouseKey,
  words: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const spki = Uint8Array.from(atob(house.verifyKey), (letter) => letter.charCodeAt(0))
  const key = await crypto.subtle.importKey('spki', spki, ECDSA, false, ['verify'])
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, words)
}
