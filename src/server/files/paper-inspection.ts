import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import type { FileRefusalCode, PaperMime } from '#domain/intake/paper-file.ts'
import { PAPER_FILE_LIMIT, PAPER_MIMES } from '#domain/intake/paper-file.ts'
import { inspectPdf } from './pdf-inspection.ts'

export type Inspection =
  | { readonly ok: false; readonly why: FileRefusalCode }
  | {
      readonly ok: true
      readonly mime: PaperMime
      readonly width?: number
      readonly height?: number
      readonly pageCount: number
      /** Upright and without metadata; left out where the content already is. */
      readonly view?: Uint8Array
      readonly thumb?: Uint8Array
    }

const VIEW_EDGE = 2600
const THUMB_EDGE = 360

/** Looks at what a file really is, opens it, and makes the copies that are shown. Runs in the decoder's own process. */
export async function inspectPaper(bytes: Buffer): Promise<Inspection> {
  if (bytes.length === 0) return { ok: false, why: 'file-empty' }
  if (looksLikeProgram(bytes)) return { ok: false, why: 'file-dangerous' }
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  if (!isPaperMime(mime)) return { ok: false, why: 'file-wrong-type' }
  if (mime === 'application/pdf') {
    const pdf = inspectPdf(bytes)
    return pdf.ok ? { ok: true, mime, pageCount: pdf.pageCount } : pdf
  }
  return inspectImage(bytes, mime)
}

function isPaperMime(mime: string | undefined): mime is PaperMime {
  return mime !== undefined && (PAPER_MIMES as readonly string[]).includes(mime)
}

// Put together here, so that no scanner takes this source for the test virus itself.
const EICAR = Buffer.from(['EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!'].join('-'))

function looksLikeProgram(bytes: Buffer): boolean {
  if (bytes.includes(EICAR)) return true
  const head = bytes.subarray(0, 1024).toString('latin1')
  return (
    /^(MZ|\x7fELF|#!|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe)/.test(head) ||
    /<(script|html|svg|\?php|!doctype)/i.test(head)
  )
}

async function inspectImage(bytes: Buffer, mime: PaperMime): Promise<Inspection> {
  const open = () => sharp(bytes, { limitInputPixels: PAPER_FILE_LIMIT.pixels, failOn: 'error' })
  try {
    const about = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (about.width * about.height > PAPER_FILE_LIMIT.pixels)
      return { ok: false, why: 'file-too-many-pixels' }
    const turned = (about.orientation ?? 1) >= 5
    const clean =
      mime === 'image/jpeg' &&
      about.exif === undefined &&
      about.xmp === undefined &&
      about.iptc === undefined &&
      (about.orientation ?? 1) === 1 &&
      Math.max(about.width, about.height) <= VIEW_EDGE &&
      bytes.subarray(-2).equals(Buffer.from([0xff, 0xd9])) // nothing rides behind the picture
    const view = await open()
      .autoOrient()
      .resize(VIEW_EDGE, VIEW_EDGE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 86 })
      .toBuffer()
    const thumb = await sharp(view)
      .resize(THUMB_EDGE, THUMB_EDGE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 68 })
      .toBuffer()
    return {
      ok: true,
      mime,
      pageCount: 1,
      width: turned ? about.height : about.width,
      height: turned ? about.width : about.height,
      ...(clean ? {} : { view }),
      thumb,
    }
  } catch {
    return { ok: false, why: 'file-damaged' }
  }
}
