import { inflateSync } from 'node:zlib'

/** One object stream: its plain content, names unescaped, and where in it each numbered object begins. */
export type PackedObjects = { readonly content: string; readonly at: ReadonlyMap<number, readonly string[]> }

const MOST_INFLATED_BYTES = 8 * 1024 * 1024
/** `/ObjStm`, any of its letters escaped or not. */
const OBJECT_STREAM = /\/(?:O|#4[Ff])(?:b|#62)(?:j|#6[Aa])(?:S|#53)(?:t|#74)(?:m|#6[Dd])(?![A-Za-z])/g
const FLATE_ONLY = /\/Filter\s*(\/FlateDecode(?![A-Za-z])|\[\s*\/FlateDecode\s*\])/

/** `/J#61vaScript` is the same name as `/JavaScript`. */
export function withoutNameEscapes(body: string): string {
  return body.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Undefined when a stream cannot be looked into: packed in a way that no scanner packs it, or too large. */
export function packedObjects(text: string, bytes: Buffer): readonly PackedObjects[] | undefined {
  const found: PackedObjects[] = []
  let left = MOST_INFLATED_BYTES
  for (const match of text.matchAll(OBJECT_STREAM)) {
    const start = text.indexOf('stream', match.index)
    const end = text.indexOf('endstream', start)
    if (start < 0 || end < 0) continue
    const about = withoutNameEscapes(text.slice(text.lastIndexOf(' obj', match.index), start))
    const skip = text.startsWith('stream\r\n', start) ? 8 : 7
    const raw = bytes.subarray(start + skip, end)
    const isPlain = !/\/(Filter|F)(?![A-Za-z])/.test(about)
    if (!isPlain && (!FLATE_ONLY.test(about) || /\/Predictor\s+(?!1\b)\d/.test(about))) return undefined
    try {
      const plain = isPlain ? raw : inflateSync(raw, { maxOutputLength: left, finishFlush: 2 })
      left -= plain.length
      if (left <= 0) return undefined
      const content = plain.toString('latin1')
      found.push({ content: withoutNameEscapes(content), at: objectsIn(content, about) })
    } catch {
      return undefined
    }
  }
  return found
}

/** A stream begins with `number offset` pairs; offsets count from `/First`. */
function objectsIn(content: string, about: string): ReadonlyMap<number, readonly string[]> {
  const first = Number(/\/First\s+(\d+)/.exec(about)?.[1] ?? NaN)
  const objects = new Map<number, string[]>()
  if (!Number.isSafeInteger(first)) return objects
  for (const [, number, offset] of content.slice(0, first).matchAll(/(\d+)\s+(\d+)/g)) {
    const body = withoutNameEscapes(content.slice(first + Number(offset)))
    objects.set(Number(number), [...(objects.get(Number(number)) ?? []), body.slice(0, 2000)])
  }
  return objects
}
