import type { PaperVerdict } from '#domain/case/paper-verdict.ts'
import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import { refuseBeforeSending } from '#domain/intake/paper-file.ts'
import { develop } from './photo/photo-desk.ts'
import { withoutTells } from './photo/picture-head.ts'

export type Prepared =
  | {
      readonly ok: true
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly mime: string
      readonly verdict?: PaperVerdict
    }
  | { readonly ok: false; readonly why: FileRefusalCode }

/** A photo that was looked at and is as it will be sent; its verdict, and why it is used all the same, go with it. */
export class JudgedPhoto extends File {
  readonly verdict: PaperVerdict

  constructor(bytes: Uint8Array<ArrayBuffer>, name: string, mime: string, verdict: PaperVerdict) {
    super([bytes], name, { type: mime })
    this.verdict = verdict
  }
}

const isHeic = (file: File) => /^image\/hei[cf]$/.test(file.type)

/** Is it worth opening at all? A HEIC is, where the browser can: it is sent as a JPEG. */
export function refuseFile(file: File): FileRefusalCode | undefined {
  return refuseBeforeSending({ bytes: file.size, mime: isHeic(file) ? '' : file.type })
}

/**
 * A paper as it is sent. A photo: upright, legible as far as it was, light, and without place or camera. A PDF goes as
 * it is. What this browser cannot open is sent whole when the server takes its kind, so that the server may judge.
 */
export async function preparePaper(file: File): Promise<Prepared> {
  if (file instanceof JudgedPhoto) return { ...(await whole(file)), verdict: file.verdict }
  const why = refuseFile(file)
  if (why !== undefined) return { ok: false, why }
  if (file.type === 'application/pdf') return whole(file)
  const developed = await develop(file, { straight: false, turn: 0 })
  if (developed.ok) {
    const { bytes, mime, verdict } = developed.shot
    return { ok: true, bytes, mime, verdict }
  }
  if (developed.why !== 'unknown-picture') return { ok: false, why: developed.why }
  return isHeic(file) ? { ok: false, why: 'file-wrong-type' } : whole(file)
}

async function whole(file: File): Promise<Prepared & { ok: true }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { ok: true, bytes: file.type === 'image/jpeg' ? withoutTells(bytes) : bytes, mime: file.type }
}
