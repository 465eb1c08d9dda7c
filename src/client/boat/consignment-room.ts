import { CONSIGNMENT_LIMIT, sealedSize } from '#domain/intake/boat/manifest.ts'
import type { Visit } from '#domain/intake/visit/visit.ts'
import type { OutboxItem, PaperItem } from '#client/device/device-entry.ts'
import { envelopeOf } from '#client/outbox/command-of.ts'

/** What is too much for one file; the Dinas would turn the whole of it away after the boat's way there. */
export type BeyondLimit = 'bytes' | 'commands' | 'papers' | 'words' | 'visits'

/** A photo whose bytes the Dinas does not have yet. */
export const hasContent = (item: OutboxItem): item is PaperItem =>
  item.what === 'paper' && item.stored !== true

const PAPER_IN_WORDS = 220
const HEAD_IN_WORDS = 700

/** How large the file will be, for the words beside the button. */
export function consignmentSize(items: readonly OutboxItem[], visits: readonly Visit[] = []): number {
  const papers = items.filter(hasContent).map(({ sha256, bytes }) => ({ sha256, bytes }))
  return sealedSize(wordsIn(items, visits), [...new Map(papers.map((one) => [one.sha256, one])).values()])
}

/** What of this is too much for one file, before anything of it is sealed or marked; undefined: it fits. */
export function beyondLimit(
  items: readonly OutboxItem[],
  visits: readonly Visit[] = [],
): BeyondLimit | undefined {
  if (items.length > CONSIGNMENT_LIMIT.commands) return 'commands'
  if (items.filter(hasContent).length > CONSIGNMENT_LIMIT.papers) return 'papers'
  if (visits.length > CONSIGNMENT_LIMIT.visits) return 'visits'
  if (wordsIn(items, visits) > CONSIGNMENT_LIMIT.manifestBytes) return 'words'
  return consignmentSize(items, visits) > CONSIGNMENT_LIMIT.bytes ? 'bytes' : undefined
}

/** At most so many bytes: letters that take more than one are counted as what they take. */
function wordsIn(items: readonly OutboxItem[], visits: readonly Visit[]): number {
  const said = new TextEncoder().encode(JSON.stringify([items.map(envelopeOf), visits])).length
  return said + items.filter(hasContent).length * PAPER_IN_WORDS + HEAD_IN_WORDS
}
