const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Twelve bits at a time: three hex digits are two of ours. */
const HEX_GROUP = 3
const PACKED = /^[A-Za-z0-9_-]{22}$/

/** All twelve-bit groups in both writings: a screen reads a hundred thousand ids at once. */
const PAIRS = Array.from({ length: 4096 }, (_, bits) => DIGITS.charAt(bits >> 6) + DIGITS.charAt(bits & 63))
const HEX = Array.from({ length: 4096 }, (_, bits) => bits.toString(16).padStart(HEX_GROUP, '0'))
const VALUE = new Uint8Array(128)
for (let n = 0; n < DIGITS.length; n += 1) VALUE[DIGITS.charCodeAt(n)] = n

/** A UUID in 22 characters instead of 36; any other id is carried as it is, behind a `=`. */
export function packId(id: string): string {
  if (!UUID.test(id)) return `=${id}`
  const hex = `${id.slice(0, 8)}${id.slice(9, 13)}${id.slice(14, 18)}${id.slice(19, 23)}${id.slice(24)}0`
  let packed = ''
  for (let at = 0; at < hex.length; at += HEX_GROUP)
    packed += PAIRS[Number.parseInt(hex.slice(at, at + HEX_GROUP), 16)] ?? ''
  return packed
}

/** The id that `packId` packed; undefined for anything else. */
export function unpackId(packed: string): string | undefined {
  if (packed.startsWith('=')) return packed.slice(1)
  if (!PACKED.test(packed)) return undefined
  let hex = ''
  for (let at = 0; at < packed.length; at += 2) {
    hex += HEX[((VALUE[packed.charCodeAt(at)] ?? 0) << 6) | (VALUE[packed.charCodeAt(at + 1)] ?? 0)] ?? ''
  }
  if (!hex.endsWith('0')) return undefined
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
