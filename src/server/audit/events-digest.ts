import { createHash } from 'node:crypto'

type EventRow = { readonly version: number; readonly type: string; readonly sealed: Uint8Array }

/** Ties events to their audit entry: a changed, added or missing event no longer fits it. */
export function eventsDigest(events: readonly EventRow[]): string {
  const hash = createHash('sha256')
  for (const { version, type, sealed } of events) hash.update(`${version}\n${type}\n`).update(sealed)
  return hash.digest('hex')
}
