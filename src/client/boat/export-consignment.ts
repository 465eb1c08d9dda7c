import { headOf } from '#domain/intake/boat/consignment-format.ts'
import type { Manifest } from '#domain/intake/boat/manifest.ts'
import { contentsOf } from '#domain/intake/boat/manifest.ts'
import { OUTBOX_SCHEMA } from '#domain/intake/outbox-wire.ts'
import type { Visit } from '#domain/intake/visit/visit.ts'
import type { OutboxItem, PaperItem } from '#client/device/device-entry.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { newId } from '#client/new-id.ts'
import { envelopeOf } from '#client/outbox/command-of.ts'
import type { BoatKey } from './boat-key.ts'
import { signWith } from './boat-key.ts'
import { beyondLimit, hasContent } from './consignment-room.ts'
import { keepExport } from './own-exports.ts'

export type Consignment = { readonly file: File; readonly code: string }

/** What may travel: everything that waits, but what the Dinas refused already and a person must look at. */
export const mayTravel = (item: OutboxItem): boolean => item.trouble === undefined

/**
 * Everything that was chosen as one file that only the Dinas opens: signed by this device, papers one after another
 * so that many photos need the memory of one. The items stay in the outbox, marked, until they are acknowledged.
 */
export async function exportConsignment(
  store: DeviceStore,
  key: BoatKey,
  chosen: readonly OutboxItem[],
  visits: readonly Visit[] = [],
  now: number = Date.now(),
): Promise<Consignment> {
  const beyond = beyondLimit(chosen, visits)
  if (beyond !== undefined) throw new Error(`too much for one file: ${beyond}`)
  const { Encrypter, generateX25519Identity, identityToRecipient } = await import('age-encryption')
  const opens = await generateX25519Identity()
  const exportId = newId()
  const items = await freeze(store, chosen, now)
  const waiting = items.filter(hasContent)
  const manifest: Manifest = {
    v: 1,
    exportId,
    personId: store.personId,
    deviceKeyId: key.deviceKeyId,
    to: key.house.recipient,
    replyTo: await identityToRecipient(opens),
    madeAt: now,
    schema: OUTBOX_SCHEMA,
    commands: items.map(envelopeOf),
    papers: waiting.map(({ paperId, caseId, sha256, bytes }) => ({ fileId: paperId, caseId, sha256, bytes })),
    visits: [...visits],
  }
  const words = new TextEncoder().encode(JSON.stringify(manifest))
  const head = headOf(words, await signWith(key, words))
  const encrypter = new Encrypter()
  encrypter.addRecipient(key.house.recipient)
  const sealed = await encrypter.encrypt(streamOf(head, contentsInOrder(store, manifest, waiting)))
  const code = exportId.slice(0, 8).toUpperCase()
  const blob = await new Response(sealed).blob()
  const file = new File([blob], `kiriman-${code}.antrean`, { type: 'application/octet-stream' })
  const cases = new Set(items.map((item) => item.caseId)).size
  const made = { exportId, code, madeAt: now, cases, items: items.length, bytes: file.size }
  await keepExport(store, { ...made, to: key.house.recipient, opens })
  return { file, code }
}

/** From now on these never change: what leaves under an id is the same on every way. */
function freeze(
  store: DeviceStore,
  chosen: readonly OutboxItem[],
  now: number,
): Promise<readonly OutboxItem[]> {
  return store.alone(async () => {
    const fresh = await Promise.all(chosen.map((item) => store.get('item', item.id)))
    const items = fresh
      .filter((item) => item !== undefined)
      .map((item) => ({ ...item, triedAt: item.triedAt ?? now, carriedAt: now }))
    await store.write(items.map((keep) => ({ keep })))
    return items
  })
}

async function* contentsInOrder(
  store: DeviceStore,
  manifest: Manifest,
  waiting: readonly PaperItem[],
): AsyncGenerator<Uint8Array> {
  for (const { sha256 } of contentsOf(manifest)) {
    const paper = waiting.find((one) => one.sha256 === sha256)
    const bytes = paper && (await store.bytesOf(paper.paperId))
    if (bytes === undefined) throw new Error('a paper that waits has no bytes')
    yield bytes
  }
}

function streamOf(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(head),
    async pull(controller) {
      const next = await rest.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
  })
}
