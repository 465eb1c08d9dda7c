import type { Refusal } from '#domain/case/refusal.ts'

// What a phone needs of the way to the Dinas: no schemas, which weigh more than all the rest of the outbox.

/**
 * The shape in which a device hands over what waited on it. A change of any command's shape raises it and adds a step
 * to the server's upgrader; earlier shapes are accepted for 90 days, because a phone may be away for so long.
 */
export const OUTBOX_SCHEMA = 1

export const OUTBOX_LIMIT = { items: 400, packedBytes: 512 * 1024, bytes: 4 * 1024 * 1024 } as const

/** What one item came to. Everything but `waits`, `fault` and `refused` is an acknowledgement: it may leave the device. */
export type ItemResult =
  /** Committed, now or at an earlier attempt. `sha256`: the paper that the case now holds under this `fileId`. */
  | {
      readonly commandId: string
      readonly result: 'done'
      readonly version: number
      readonly number: string | null
      readonly sha256?: string
    }
  /** The case had moved on or is no longer theirs: not done, and the words are kept at the Dinas as a proposal. */
  | { readonly commandId: string; readonly result: 'kept'; readonly refusal: Refusal }
  | { readonly commandId: string; readonly result: 'refused'; readonly refusal: Refusal }
  /** Not in a shape that the rules know; `words` say what. */
  | { readonly commandId: string; readonly result: 'bad-input' | 'too-old' }
  /** Something before it in the same case did not go through. */
  | { readonly commandId: string; readonly result: 'waits' }
  | { readonly commandId: string; readonly result: 'fault'; readonly faultId: string }

/** Every answer of the house carries this mark: a captive portal's page with status 200 does not. */
export const OUTBOX_MARK = 'satu-antrean/kotak-keluar/1'

/**
 * A result as it travels: a bare number says that the command in the same place of its batch is done, and at which
 * version. A hundred ids on the way back are half a second of a thin line, and the device knows them.
 */
export type ShortResult = ItemResult | number

/** `items`: how many commands the batch had. Where one has no result the places mean nothing, and nothing is shortened. */
export function shortResults(results: readonly ItemResult[], items: number): readonly ShortResult[] {
  if (results.length !== items) return results
  return results.map((one) =>
    one.result === 'done' && one.number === null && one.sha256 === undefined ? one.version : one,
  )
}

/** `commandIds`: those of the batch, in its order. A number in a place that the batch does not have says nothing. */
export function wholeResults(
  results: readonly ShortResult[],
  commandIds: readonly string[],
): readonly ItemResult[] {
  return results.flatMap((one, place): readonly ItemResult[] => {
    if (typeof one !== 'number') return [one]
    const commandId = commandIds[place]
    return commandId === undefined ? [] : [{ commandId, result: 'done', version: one, number: null }]
  })
}

export type BatchAnswer =
  | { readonly mark: typeof OUTBOX_MARK; readonly results: readonly ShortResult[] }
  /** Of a batch that came in parts: how many bytes are here. */
  | { readonly mark: typeof OUTBOX_MARK; readonly have: number }
  | {
      readonly mark: typeof OUTBOX_MARK
      readonly refused: 'sign-in' | 'other-person' | 'malformed' | 'too-big'
    }
