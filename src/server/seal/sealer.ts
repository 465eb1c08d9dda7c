import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto'
import type { Keys } from './keys.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

export type Sealer = {
  /** AES-256-GCM. `context` names the place it lies in, so that a sealed value cannot be moved to another row. */
  seal(plain: string, context: string): Buffer
  /** Throws when the bytes, the key or the context are not the ones it was sealed with. */
  open(sealed: Uint8Array, context: string): string
  sealBytes(plain: Uint8Array, context: string): Buffer
  openBytes(sealed: Uint8Array, context: string): Buffer
  /** Keyed hash for exact search. A plain hash would be no protection: there are only some 5·10¹⁰ NIK. */
  blindIndex(
    kind: 'nik' | 'noKk' | 'twin' | 'blob' | 'receipt' | 'vault' | 'watcher' | 'mail',
    digits: string,
  ): string
}

/** Layout: key id (1 byte), nonce (12), tag (16), content. The first key seals; any of them opens. */
export function createSealer(keys: Pick<Keys, 'sealing' | 'blindIndex'>): Sealer {
  const byId = new Map(keys.sealing.map((one) => [one.id, createSecretKey(one.key, 'base64url')]))
  const [current] = keys.sealing
  if (!current) throw new Error('no sealing key')
  const currentId = Buffer.of(current.id)
  const currentKey = createSecretKey(current.key, 'base64url')
  const indexKey = Buffer.from(keys.blindIndex, 'base64url')

  function sealBytes(plain: Uint8Array, context: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', currentKey, nonce).setAAD(Buffer.from(context))
    const content = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([currentId, nonce, cipher.getAuthTag(), content])
  }

  function openBytes(sealed: Uint8Array, context: string): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    if (bytes.length < 1 + NONCE_BYTES + TAG_BYTES) throw new Error('sealed value is too short')
    const keyId = bytes.readUInt8(0)
    const key = byId.get(keyId)
    if (!key)
      throw new Error(`no key ${keyId} to open with: it is missing from the keys of this installation`)
    const nonce = bytes.subarray(1, 1 + NONCE_BYTES)
    const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(context))
      .setAuthTag(tag)
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()])
  }

  return {
    sealBytes,
    openBytes,
    seal: (plain, context) => sealBytes(Buffer.from(plain, 'utf8'), context),
    open: (sealed, context) => openBytes(sealed, context).toString('utf8'),
    blindIndex: (kind, digits) => createHmac('sha256', indexKey).update(`${kind}:${digits}`).digest('hex'),
  }
}
