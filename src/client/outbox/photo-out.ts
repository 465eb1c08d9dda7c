import type { PaperItem } from '#client/device/device-entry.ts'
import type { DeviceStore } from '#client/device/device-store.ts'

const ENDING: { readonly [mime: string]: string } = {
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/**
 * A photo that the Dinas does not take, as a file of its own: its case went on or is gone, and the paper may be in
 * another place by now. Undefined when its bytes do not open.
 */
export async function photoOut(store: DeviceStore, item: PaperItem): Promise<File | undefined> {
  const [bytes, paper] = await Promise.all([store.bytesOf(item.paperId), store.get('paper', item.paperId)])
  if (bytes === undefined) return undefined
  const mime = paper?.mime ?? 'image/jpeg'
  const name = `${item.ruleId.toLowerCase()}-${item.paperId.slice(0, 8)}.${ENDING[mime] ?? 'jpg'}`
  return new File([bytes], name, { type: mime })
}
