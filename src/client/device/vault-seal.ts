import type { Sealed } from './device-db.ts'
import { sealBytes, unsealBytes } from './vault-crypto.ts'

/** One officer's seal on this device. `place` names where a thing lies: it opens only there. */
export type Vault = {
  readonly personId: string
  readonly seal: (content: unknown, place: string) => Promise<Sealed>
  readonly unseal: (sealed: Sealed, place: string) => Promise<unknown>
  readonly sealBytes: (bytes: Uint8Array<ArrayBuffer>, place: string) => Promise<Sealed>
  readonly unsealBytes: (sealed: Sealed, place: string) => Promise<Uint8Array<ArrayBuffer>>
}

/** The seal that a key makes. */
export function vaultWith(personId: string, key: CryptoKey): Vault {
  const at = (place: string) => `${personId}/${place}`
  return {
    personId,
    seal: (content, place) => sealBytes(key, new TextEncoder().encode(JSON.stringify(content)), at(place)),
    unseal: async (sealed, place) =>
      JSON.parse(new TextDecoder().decode(await unsealBytes(key, sealed, at(place)))) as unknown,
    sealBytes: (bytes, place) => sealBytes(key, bytes, at(place)),
    unsealBytes: (sealed, place) => unsealBytes(key, sealed, at(place)),
  }
}

/** Where the browser gives no cipher: what lies there is as readable as everything else on that line. */
export function plainVault(personId: string): Vault {
  const plainOf = (sealed: Sealed): unknown => ('plain' in sealed ? sealed.plain : undefined)
  return {
    personId,
    seal: async (content) => ({ plain: content }),
    unseal: async (sealed) => plainOf(sealed),
    sealBytes: async (bytes) => ({ plain: bytes }),
    unsealBytes: async (sealed) => plainOf(sealed) as Uint8Array<ArrayBuffer>,
  }
}
