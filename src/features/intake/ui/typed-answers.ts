import type { Answers, AnswerValue } from '#domain/service/answers.ts'
import type { DraftEntry, Unsent } from '#client/device/device-entry.ts'

export const NOTHING: Unsent = { changed: {}, base: {} }

export const hasUnsent = ({ unsent }: DraftEntry) => Object.keys(unsent.changed).length > 0

/** A field as it is typed now; `shown`: what stood there before the first key of it. */
export function typedInto(
  entry: DraftEntry,
  field: string,
  value: AnswerValue | null,
  shown: Answers,
): DraftEntry {
  const { changed, base } = entry.unsent
  const before = base[field] ?? shown[field] ?? null
  return {
    ...entry,
    unsent: { changed: { ...changed, [field]: value }, base: { ...base, [field]: before } },
  }
}

/** What was typed over while `posting` was put into the outbox: still to be posted, and starting from what was posted. */
export function leftAfter(posting: DraftEntry, entry: DraftEntry): Unsent {
  const { changed } = posting.unsent
  const left = Object.entries(entry.unsent.changed).filter(([field, value]) => changed[field] !== value)
  const known = left.map(([field]) => [
    field,
    (field in changed ? changed[field] : entry.unsent.base[field]) ?? null,
  ])
  return { changed: Object.fromEntries(left), base: Object.fromEntries(known) }
}
