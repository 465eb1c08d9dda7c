import { Encrypter } from 'age-encryption'
import type { BoatReceipt } from '#domain/intake/boat/boat-receipt.ts'
import { headOf } from '#domain/intake/boat/consignment-format.ts'
import type { Manifest } from '#domain/intake/boat/manifest.ts'
import { signAs } from './boat-keys.ts'
import type { BoatReader } from './boat-shell.ts'

/** The receipt as it travels back: signed by the Dinas, readable by the device that wrote the file only. */
export async function sealReceipt(
  shell: BoatReader,
  { to, replyTo }: Pick<Manifest, 'to' | 'replyTo'>,
  receipt: BoatReceipt,
): Promise<Uint8Array> {
  const words = new TextEncoder().encode(JSON.stringify(receipt))
  const signature = await signAs(shell, to, words)
  if (signature === undefined) throw new Error('a receipt for a file that was sealed to another house')
  const encrypter = new Encrypter()
  encrypter.addRecipient(replyTo)
  return encrypter.encrypt(headOf(words, signature))
}
