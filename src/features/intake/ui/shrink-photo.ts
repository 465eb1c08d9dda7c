import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import { refuseBeforeSending } from '#domain/intake/paper-file.ts'

const LONGEST_EDGE = 1600
const QUALITY = 0.82

export type Prepared =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly mime: string }
  | { readonly ok: false; readonly why: FileRefusalCode }

/**
 * A photo as it is sent: upright, at most 1600 px, JPEG, and without place or camera. A PDF goes as it is. What this
 * browser cannot open is sent whole when the server takes its kind, so that the server may judge.
 */
export async function preparePaper(file: File): Promise<Prepared> {
  const heic = /^image\/hei[cf]$/.test(file.type)
  const why = refuseBeforeSending({ bytes: file.size, mime: heic ? '' : file.type })
  if (why !== undefined) return { ok: false, why }
  if (file.type === 'application/pdf') return whole(file)
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const brush = canvas.getContext('2d')
    if (brush === null) return await whole(file)
    brush.fillStyle = '#fff'
    brush.fillRect(0, 0, canvas.width, canvas.height)
    brush.imageSmoothingQuality = 'high'
    brush.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    if (blob === null) return await whole(file)
    return { ok: true, bytes: new Uint8Array(await blob.arrayBuffer()), mime: 'image/jpeg' }
  } catch {
    return heic ? { ok: false, why: 'file-wrong-type' } : whole(file)
  }
}

async function whole(file: File): Promise<Prepared> {
  return { ok: true, bytes: new Uint8Array(await file.arrayBuffer()), mime: file.type }
}
