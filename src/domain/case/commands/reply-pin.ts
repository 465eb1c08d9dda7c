import { accept, refuse } from '#domain/shared/decision.ts'
import { refusedMention } from '../mentions.ts'
import { MOST_REPLIES, MOST_REPLIES_OF_CASE } from '../pin.ts'
import { pinOf } from '../pins-of.ts'
import type { Decide } from '../rule.ts'

/** A word under a pin, also under a settled one: what is said later may open it again. */
export const decideReplyPin: Decide<'replyPin'> = (caseFile, command, _actor, facts) => {
  const { pinId, replyId, text, mentions = [] } = command
  const pin = pinOf(caseFile, pinId)
  if (pin === undefined) return refuse({ why: 'unknown-pin' })
  if (pin.thread.some((reply) => reply.id === replyId)) return refuse({ why: 'nothing-changes' })
  if (pin.thread.length >= MOST_REPLIES) return refuse({ why: 'too-many-pins', most: MOST_REPLIES })
  const inAll = caseFile.pins.reduce((sum, { thread }) => sum + thread.length, 0)
  if (inAll >= MOST_REPLIES_OF_CASE) return refuse({ why: 'case-too-big' })
  const stranger = refusedMention(caseFile, mentions, facts)
  if (stranger !== undefined) return refuse(stranger)
  return accept({ type: 'PinReplied', pinId, number: pin.number, replyId, text, mentions })
}
