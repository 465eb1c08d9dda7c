import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import { opensByItself } from './pdf-open-action.ts'
import { packedObjects, withoutNameEscapes } from './pdf-objects.ts'

export type PdfInspection =
  | { readonly ok: true; readonly pageCount: number }
  | { readonly ok: false; readonly why: FileRefusalCode }

/**
 * What makes a PDF act instead of lie still. Only whole words that no compressed picture spells by chance: `/JS` alone
 * would be found in every other scan, and does nothing without `/JavaScript` or `/Rendition`.
 */
const ACTIVE = new RegExp(
  [
    String.raw`\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoTo[ER]|Rendition|SetOCGState|ResetForm)(?![A-Za-z])`,
    String.raw`\/XFA\s*(\[|<<|\d+\s+\d+\s+R)`,
    String.raw`\/S\s*\/(Movie|Sound|Hide|Trans|GoTo3DView)(?![A-Za-z])`,
    // Additional actions run when a page is opened, printed or left: nobody has to touch anything.
    String.raw`\/AA\s*(<<|\d+\s+\d+\s+R)`,
  ].join('|'),
)

/** Is this a whole PDF of plain pages? Looks into object streams too, where the same words can hide compressed. */
export function inspectPdf(bytes: Buffer): PdfInspection {
  const text = bytes.toString('latin1')
  if (!text.slice(-2048).includes('%%EOF') || !text.includes('startxref'))
    return { ok: false, why: 'file-damaged' }
  if (/\/Encrypt(?![A-Za-z])/.test(text)) return { ok: false, why: 'file-locked' }

  const packed = packedObjects(text, bytes)
  if (packed === undefined) return { ok: false, why: 'file-dangerous' }
  const plain = withoutNameEscapes(text)
  const bodies = [plain, ...packed.map((one) => one.content)]
  if (bodies.some((body) => ACTIVE.test(body)) || opensByItself(plain, packed))
    return { ok: false, why: 'file-dangerous' }
  const pageCount = bodies.reduce(
    (sum, body) => sum + (body.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0),
    0,
  )
  return pageCount === 0 ? { ok: false, why: 'file-damaged' } : { ok: true, pageCount }
}
