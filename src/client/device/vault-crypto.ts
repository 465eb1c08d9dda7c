import type { Sealed } from './device-db.ts'
import type { WrappedKey } from './vault-record.ts'

/** OWASP's floor for PBKDF2 with SHA-256; about a second on a slow phone. */
export const PIN_ROUNDS = 600_000

const AES = { name: 'AES-GCM', length: 256 } as const
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
export const newSalt = () => random(16)
export const newRawKey = () => random(32)

/** Undefined where the browser gives no cipher: http that is not localhost. */
export function hasCipher(): boolean {
  return (globalThis.crypto as { subtle?: SubtleCrypto }).subtle !== undefined
}

/** The data key in use: scripts may use it and never read it. */
export function dataKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, AES, false, ['encrypt', 'decrypt'])
}

/** A key that never leaves this device: a PIN can be guessed only on the phone itself, not on a copy of its data. */
export function newDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

export async function keyOfPin(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
  device: CryptoKey,
): Promise<CryptoKey> {
  const words = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ])
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    words,
    256,
  )
  return crypto.subtle.importKey('raw', await crypto.subtle.sign('HMAC', device, stretched), AES, false, [
    'encrypt',
    'decrypt',
  ])
}

export async function keyOfLogin(secret: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'HKDF', false, [
    'deriveKey',
  ])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode('satu-antrean/vault/1') }
  return crypto.subtle.deriveKey(how, material, AES, false, ['encrypt', 'decrypt'])
}

export async function wrap(raw: Uint8Array<ArrayBuffer>, by: CryptoKey): Promise<WrappedKey> {
  const iv = random(12)
  return { iv, body: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, by, raw) }
}

/** Undefined when it is not the right secret. */
export async function unwrap(
  wrapped: WrappedKey,
  by: CryptoKey,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: wrapped.iv }, by, wrapped.body))
  } catch {
    return undefined
  }
}

/** `place` is bound to the content: what lies elsewhere, or under another person, does not open. */
export async function sealBytes(
  key: CryptoKey,
  plain: Uint8Array<ArrayBuffer>,
  place: string,
): Promise<Sealed> {
  const iv = random(12)
  const how = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }
  return { iv, body: await crypto.subtle.encrypt(how, key, plain) }
}

export async function unsealBytes(
  key: CryptoKey,
  sealed: Sealed,
  place: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if ('plain' in sealed) throw new Error('not sealed')
  const how = { name: 'AES-GCM', iv: sealed.iv, additionalData: new TextEncoder().encode(place) }
  return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.body))
}
