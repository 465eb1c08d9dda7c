import { inflateSync } from 'node:zlib'
import type { FileRefusalCode } from '#domain/intake/paper-file.ts'

export type PdfInspection =
  | { readonly ok: true; readonly pageCount: number }
  | { readonly ok: false; readonly why: FileRefusalCode }

/** What makes a PDF act instead of lie still. */
const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoTo[ER])(?![A-Za-z])/
const MOST_INFLATED_BYTES = 8 * 1024 * 1024

/** Is this a whole PDF of plain pages? Looks into object streams too, where the same words can hide compressed. */
export function inspectPdf(bytes: Buffer): PdfInspection {
  const text = bytes.toString('latin1')
  if (!text.slice(-2048).includes('%%EOF') || !text.includes('startxref'))
    return { ok: false, why: 'file-damaged' }
  if (/\/Encrypt(?![A-Za-z])/.test(text)) return { ok: false, why: 'file-locked' }

  const packed = objectStreams(text, bytes)
  if (packed === undefined) return { ok: false, why: 'file-dangerous' }
  const bodies = [text, ...packed]
  const unescaped = bodies.map(withoutNameEscapes)
  if (unescaped.some((body) => ACTIVE.test(body))) return { ok: false, why: 'file-dangerous' }
  const pageCount = unescaped.reduce(
    (sum, body) => sum + (body.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0),
    0,
  )
  return pageCount === 0 ? { ok: false, why: 'file-damaged' } : { ok: true, pageCount }
}

/** `/J#61vaScript` is the same name as `/JavaScript`. */
function withoutNameEscapes(body: string): string {
  return body.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** `/ObjStm`, any of its letters escaped or not. */
const OBJECT_STREAM = /\/(?:O|#4[Ff])(?:b|#62)(?:j|#6[Aa])(?:S|#53)(?:t|#74)(?:m|#6[Dd])(?![A-Za-z])/g
const FLATE_ONLY = /\/Filter\s*(\/FlateDecode(?![A-Za-z])|\[\s*\/FlateDecode\s*\])/

/** Undefined when one cannot be looked into: packed in a way that no scanner packs it, or too large. */
function objectStreams(text: string, bytes: Buffer): string[] | undefined {
  const found: string[] = []
  let left = MOST_INFLATED_BYTES
  for (const match of text.matchAll(OBJECT_STREAM)) {
    const start = text.indexOf('stream', match.index)
    const end = text.indexOf('endstream', start)
    if (start < 0 || end < 0) continue
    const about = withoutNameEscapes(text.slice(text.lastIndexOf(' obj', match.index), start))
    if (!/\/(Filter|F)(?![A-Za-z])/.test(about)) continue // plain: already looked at with the rest
    if (!FLATE_ONLY.test(about) || /\/Predictor\s+(?!1\b)\d/.test(about)) return undefined
    const skip = text.startsWith('stream\r\n', start) ? 8 : 7
    try {
      const plain = inflateSync(bytes.subarray(start + skip, end), { maxOutputLength: left, finishFlush: 2 })
      left -= plain.length
      found.push(plain.toString('latin1'))
    } catch {
      return undefined
    }
  }
  return found
}
