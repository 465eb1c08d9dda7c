import type { NoticePlace } from '#domain/notice/place.ts'
import type { Topic } from '#domain/notice/topic.ts'
import type { Shell } from '#server/shell.ts'

export type DeliverShell = Pick<Shell, 'pool' | 'clock' | 'sealer' | 'config' | 'log'>

/** One line of a message: enough to find the place, nothing of a person. */
export type MessageLine = {
  readonly key: string
  readonly topic: Topic
  readonly number: string | null
  readonly caseId: string | null
  readonly place: NoticePlace | null
  readonly at: Date
  /** A digest of the clocks: of how many cases. */
  readonly total: number | null
}
export type Message = {
  /** The same for every attempt: a second one replaces the first, and is not a second message. */
  readonly batch: string
  readonly personId: string
  readonly locale: 'id' | 'en'
  readonly lines: readonly MessageLine[]
}

/** Why a channel will never take this. Anything else that goes wrong is tried again. */
export class RefusedForGood extends Error {
  override readonly name = 'RefusedForGood'
}
