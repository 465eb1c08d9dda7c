import type { CommandEnvelope } from '#domain/case/command.ts'
import type { BatchAnswer, ItemResult } from '#domain/intake/outbox-wire.ts'
import { OUTBOX_MARK, OUTBOX_SCHEMA, wholeResults } from '#domain/intake/outbox-wire.ts'
import { newId } from '#client/new-id.ts'
import { packed } from './pack.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export type BatchOutcome =
  | { readonly came: 'results'; readonly results: readonly ItemResult[] }
  /** No answer of ours: no network, a gateway, a captive portal, a restart. Whether it was done is unknown. */
  | { readonly came: 'nothing' }
  | { readonly came: 'sign-in' }
  /** The house did not understand the batch as a whole: smaller ones will show which item it is. */
  | { readonly came: 'malformed' }

/** A batch on its way. It is one stream of bytes: after a cut it goes on where the Dinas stopped hearing. */
export type Batch = {
  readonly id: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Of its commands, in their order: an answer names them by their place. */
  readonly commandIds: readonly string[]
  /** Bytes known to be there. */
  from: number
  /** A cut left it unknown how much is there. */
  unsure: boolean
}

const SLOWEST_BYTES_PER_SECOND = 2_000
const PATIENCE_MS = 20_000

/** How long an attempt with so many bytes may take on the slowest line; then it is a dead one. */
export const patienceMs = (bytes: number): number =>
  PATIENCE_MS + Math.ceil((1000 * bytes) / SLOWEST_BYTES_PER_SECOND)

export async function packBatch(personId: string, items: readonly CommandEnvelope[]): Promise<Batch> {
  const bytes = await packed(JSON.stringify({ schema: OUTBOX_SCHEMA, personId, items }))
  const commandIds = items.map((item) => item.commandId)
  return { id: newId(), bytes, commandIds, from: 0, unsure: false }
}

/** One attempt to bring a batch over and hear what became of it. Call again with the same batch after `nothing`. */
export async function postBatch(fetch: Fetch, personId: string, batch: Batch): Promise<BatchOutcome> {
  if (batch.unsure) {
    const heard = await ask(fetch, personId, batch)
    if ('came' in heard) return heard
    batch.from = heard.have
    batch.unsure = false
  }
  batch.unsure = true
  const rest = batch.bytes.subarray(batch.from)
  const heard = await exchange(
    fetch,
    `${addressOf(batch)}?at=${batch.from}&of=${batch.bytes.length}&short=1`,
    personId,
    batch.commandIds,
    {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: rest,
      signal: AbortSignal.timeout(patienceMs(rest.length)),
    },
  )
  if ('came' in heard) return heard
  batch.from = heard.have // it holds less than was sent: a restart, another instance
  batch.unsure = false
  return { came: 'nothing' }
}

const addressOf = (batch: Batch) => `/outbox/${batch.id}`

const ask = (fetch: Fetch, personId: string, batch: Batch) =>
  exchange(fetch, `${addressOf(batch)}?short=1`, personId, batch.commandIds, {
    method: 'GET',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })

async function exchange(
  fetch: Fetch,
  url: string,
  personId: string,
  commandIds: readonly string[],
  init: RequestInit,
): Promise<BatchOutcome | { readonly have: number }> {
  const more = init.headers as { readonly [name: string]: string } | undefined
  try {
    const response = await fetch(url, {
      ...init,
      headers: { ...more, 'x-person': personId },
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
    })
    const answer = (await response.json()) as Partial<BatchAnswer>
    if (answer.mark !== OUTBOX_MARK) return { came: 'nothing' }
    if ('results' in answer && answer.results)
      return { came: 'results', results: wholeResults(answer.results, commandIds) }
    if ('have' in answer && answer.have !== undefined) return { have: answer.have }
    const refused = 'refused' in answer ? answer.refused : undefined
    return { came: refused === 'sign-in' || refused === 'other-person' ? 'sign-in' : 'malformed' }
  } catch {
    return { came: 'nothing' }
  }
}
