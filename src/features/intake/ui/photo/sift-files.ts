import { JudgedPhoto, refuseFile } from '../shrink-photo.ts'
import { develop } from './photo-desk.ts'

export type Sifted = {
  /** Good as they are, or not for this device to judge: PDFs, and what it cannot open. */
  readonly fine: readonly File[]
  /** A person has to look: a fault was found, or the photo would be changed. */
  readonly doubtful: readonly File[]
}

/** Chosen files, one after another: what is simply good needs no question. */
export async function siftFiles(files: readonly File[]): Promise<Sifted> {
  const fine: File[] = []
  const doubtful: File[] = []
  for (const file of files) {
    if (file instanceof JudgedPhoto || file.type === 'application/pdf' || refuseFile(file) !== undefined) {
      fine.push(file)
      continue
    }
    const developed = await develop(file, { straight: true }).catch(() => undefined)
    if (developed === undefined || !developed.ok) fine.push(file)
    else if (developed.straightened || developed.turned !== 0 || developed.shot.verdict.faults.length > 0)
      doubtful.push(file)
    else {
      const { bytes, mime, verdict } = developed.shot
      fine.push(new JudgedPhoto(bytes, file.name, mime, verdict))
    }
  }
  return { fine, doubtful }
}
