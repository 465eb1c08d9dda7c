/** Width and height as the file's head says, before a phone unpacks the picture; undefined when it does not say. */
export function pictureSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) }
  if (bytes.length > 30 && view.getUint32(0) === 0x52494646) return webpSize(view)
  for (const { marker, at } of jpegParts(bytes)) {
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame && at + 9 <= bytes.length)
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
  }
  return undefined
}

function webpSize(view: DataView): { readonly width: number; readonly height: number } | undefined {
  const kind = view.getUint32(12)
  const at = (from: number) =>
    view.getUint8(from) | (view.getUint8(from + 1) << 8) | (view.getUint8(from + 2) << 16)
  if (kind === 0x56503858) return { width: at(24) + 1, height: at(27) + 1 }
  if (kind === 0x56503820) return { width: at(26) & 0x3fff, height: at(28) & 0x3fff }
  return undefined
}

type JpegPart = { readonly marker: number; readonly at: number; readonly length: number }

/** The parts of a JPEG before its picture: where each begins, marker included, and how long it is. */
export function* jpegParts(bytes: Uint8Array): Generator<JpegPart> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++ // a fill byte
      continue
    }
    if (marker === 0xda || marker === 0xd9) return
    const length = 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (length < 4) return
    yield { marker, at, length }
    at += length
  }
}

/** Names of what a JPEG tells beside its picture: place, camera, editor, a second picture. */
export function tellsOf(bytes: Uint8Array): readonly string[] {
  const told: string[] = []
  for (const { marker, at } of jpegParts(bytes)) {
    if (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) {
      const name = String.fromCharCode(...bytes.subarray(at + 4, at + 32)).split('\0')[0] ?? ''
      told.push(`APP${marker - 0xe0} ${name.replace(/[^\x20-\x7e].*/s, '')}`.trim())
    }
    if (marker === 0xfe) told.push('comment')
  }
  return told
}

/**
 * The same JPEG without a word beside its picture, for a picture that this browser cannot draw anew. How it is to be
 * turned is kept, and nothing else.
 */
export function withoutTells(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let end = 2
  let turned = 1
  for (const { marker, at, length } of jpegParts(bytes)) {
    end = at + length
    if (marker === 0xe1) turned = Math.max(turned, orientationIn(bytes.subarray(at + 4, at + length)))
    const tells = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe
    if (!tells) kept.push(bytes.subarray(at, at + length))
  }
  if (turned > 1) kept.splice(1, 0, orientationPart(turned))
  kept.push(bytes.subarray(end))
  const out = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of kept) {
    out.set(part, at)
    at += part.length
  }
  return out
}

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0]

function orientationIn(exif: Uint8Array): number {
  if (exif.length < 26 || !EXIF.every((byte, at) => exif[at] === byte)) return 1
  const view = new DataView(exif.buffer, exif.byteOffset + 6, exif.byteLength - 6)
  const little = view.getUint16(0) === 0x4949
  const start = view.getUint32(4, little)
  if (start + 2 > view.byteLength) return 1
  const entries = view.getUint16(start, little)
  for (let entry = 0; entry < entries; entry++) {
    const at = start + 2 + 12 * entry
    if (at + 12 > view.byteLength) return 1
    if (view.getUint16(at, little) !== 0x0112) continue
    const value = view.getUint16(at + 8, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

function orientationPart(value: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]
  const body = [...EXIF, ...tiff]
  return new Uint8Array([0xff, 0xe1, 0, body.length + 2, ...body])
}
