import { randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Change } from '#client/device/device-store.ts'
import type { ItemResult } from '#domain/intake/outbox-wire.ts'
import { OUTBOX_MARK } from '#domain/intake/outbox-wire.ts'
import type { Fetch } from '#client/outbox/post-batch.ts'

/** Faults that such an outbox has had elsewhere. Planted, each must be found, or the drill could not find it. */
export const FAULTS = [
  'new-id-on-retry',
  'delete-before-acknowledgement',
  'words-change-after-leaving',
  'portal-believed',
] as const
export type Fault = (typeof FAULTS)[number]

/** What the store is told to write, as the faulty outbox would have it. */
export function plantedWrite(fault: Fault | undefined, changes: readonly Change[]): readonly Change[] {
  if (fault === 'delete-before-acknowledgement')
    return changes.flatMap((change): Change[] =>
      'keep' in change &&
      change.keep.kind === 'item' &&
      change.keep.what === 'paper' &&
      change.keep.stored === true
        ? [
            { drop: 'item', id: change.keep.id },
            { drop: 'paper', id: change.keep.paperId },
          ]
        : [change],
    )
  if (fault === 'words-change-after-leaving')
    return changes.map((change): Change => {
      if (!('keep' in change) || change.keep.kind !== 'item') return change
      const { triedAt: _tried, ...fresh } = change.keep
      return { keep: fresh }
    })
  return changes
}

type Batch = { readonly items: readonly { readonly commandId: string }[] }

/** How the faulty outbox would speak with the house. */
export function plantedFetch(fault: Fault | undefined, fetch: Fetch): Fetch {
  if (fault === 'new-id-on-retry') return withNewIds(fetch)
  if (fault !== 'portal-believed') return fetch
  return async (url, init) => {
    const answer = await fetch(url, init)
    const body = await answer.text()
    if (answer.status !== 200 || !body.startsWith('<html') || init.method !== 'POST')
      return new Response(body, { status: answer.status })
    const { items } = JSON.parse(gunzipSync(init.body as Uint8Array).toString()) as Batch
    const results = items.map(({ commandId }): ItemResult => ({
      commandId,
      result: 'done',
      version: 1,
      number: null,
    }))
    return Response.json({ mark: OUTBOX_MARK, results })
  }
}

/** Each attempt goes out as a new act under a new id. */
function withNewIds(fetch: Fetch): Fetch {
  return async (url, init) => {
    if (init.method !== 'POST') return Response.json({ mark: OUTBOX_MARK, have: 0 })
    const batch = JSON.parse(gunzipSync(init.body as Uint8Array).toString()) as Batch
    const known = new Map(batch.items.map(({ commandId }) => [randomUUID() as string, commandId]))
    const ids = [...known.keys()]
    const items = batch.items.map((item, index) => ({ ...item, commandId: ids[index] }))
    const body = new Uint8Array(gzipSync(JSON.stringify({ ...batch, items })))
    const answer = await fetch(`/outbox/${randomUUID()}?at=0&of=${body.length}`, { ...init, body })
    const heard = (await answer.json()) as { readonly results?: readonly ItemResult[] }
    const results = heard.results?.map((one) => ({ ...one, commandId: known.get(one.commandId) ?? '' }))
    return Response.json(results === undefined ? heard : { ...heard, results })
  }
}
