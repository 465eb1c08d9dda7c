import type { BoatReceipt } from '#domain/intake/boat/boat-receipt.ts'
import { readReceipt } from '#domain/intake/boat/boat-receipt.ts'
import { ConsignmentReader } from '#domain/intake/boat/consignment-format.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import type { Outbox } from '#client/outbox/outbox.ts'
import { takeResult } from '#client/outbox/take-result.ts'
import { boatKey, signedByHouse } from './boat-key.ts'
import { keepExport, ownExports } from './own-exports.ts'

export type TakenReceipt =
  | {
      readonly ok: true
      readonly verdict: BoatReceipt['verdict']
      readonly reason: string
      /** Let go: the Dinas has them. */
      readonly done: number
      /** Stay, each with its reason beside it. */
      readonly left: number
    }
  | { readonly ok: false; readonly why: 'not-a-receipt' | 'not-mine' | 'forged' }

/**
 * Reads a receipt that came back by boat: opened with the key of its export, believed for the Dinas's signature, and
 * taken item by item like an answer over the network. Works without any network; twice changes nothing.
 */
export async function takeReceipt(
  store: DeviceStore,
  outbox: Outbox,
  bytes: Uint8Array<ArrayBuffer>,
  now: number = Date.now(),
): Promise<TakenReceipt> {
  const opened = await openReceipt(store, bytes)
  if ('why' in opened) return { ok: false, why: opened.why }
  const { receipt, made } = opened
  const { verdict, reason = '' } = receipt
  let [done, left] = [0, 0]
  for (const result of receipt.commands) {
    const gone = await store.alone(async () => {
      const item = await store.get('item', result.commandId)
      if (item === undefined || item.caseId !== result.caseId) return 'unknown' as const
      const [draft, sentBefore] = await Promise.all([
        store.get('draft', item.caseId),
        store.get('sent', item.caseId),
      ])
      const paper = item.what === 'paper' ? await store.get('paper', item.paperId) : undefined
      await store.write(takeResult(item, result, { draft, paper, sentBefore }, now))
      outbox.answered({ item, result })
      return result.result === 'done' || result.result === 'kept'
    })
    if (gone === true) done += 1
    if (gone === false) left += 1
  }
  await keepExport(store, { ...made, receiptAt: now })
  outbox.wake(false)
  return { ok: true, verdict, reason, done, left }
}

async function openReceipt(store: DeviceStore, bytes: Uint8Array<ArrayBuffer>) {
  const { Decrypter } = await import('age-encryption')
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 22))
  if (start !== 'age-encryption.org/v1\n') return { why: 'not-a-receipt' } as const
  const [exports, key] = await Promise.all([ownExports(store), boatKey(store)])
  for (const made of exports) {
    const decrypter = new Decrypter()
    decrypter.addIdentity(made.opens)
    const plain = await decrypter.decrypt(bytes).catch(() => undefined)
    if (plain === undefined) continue
    try {
      const { manifest: words, signature } = await new ConsignmentReader(once(plain)).head()
      const house = [key?.house, ...(key?.before ?? [])].find((one) => one?.recipient === made.to)
      const exact = (part: Uint8Array) => new Uint8Array(part)
      if (house === undefined || !(await signedByHouse(house, exact(words), exact(signature))))
        return { why: 'forged' } as const
      const receipt = readReceipt(new TextDecoder().decode(words))
      if (receipt?.exportId !== made.exportId || receipt.personId !== store.personId)
        return { why: 'not-mine' } as const
      return { receipt, made }
    } catch {
      return { why: 'not-a-receipt' } as const
    }
  }
  return { why: 'not-mine' } as const
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
