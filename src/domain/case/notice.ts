import { regencyOf } from '#domain/shared/region-code.ts'
import type { NoticeAudience } from '#domain/notice/audience.ts'
import { audiencesOfMention, mentionsIn } from '#domain/notice/mention.ts'
import type { NoticePlace } from '#domain/notice/place.ts'
import { placeOfEvent } from '#domain/notice/place.ts'
import type { Topic } from '#domain/notice/topic.ts'
import { isNewsForWatchers, topicOf } from '#domain/notice/topic.ts'
import type { CaseEvent } from './case-event.ts'
import type { CaseFile, Person } from './case-file.ts'

/** Something that happened to a case and that someone should hear of who may not be looking. Holds no personal data. */
export type Notice = {
  readonly kind: CaseEvent['type']
  readonly number: string | null
  readonly to: NoticeAudience
  readonly topic: Topic
  /** By name, in the words of a remark. */
  readonly called?: true
  readonly place: NoticePlace | null
  readonly by: { readonly id: string; readonly name: string }
}

/**
 * Whom one event concerns beside the one who caused it: first those it calls by name; then those whose part it is: the
 * village when a case comes back, the applicant when it is their turn or it ended, a desk that gets or loses a case; last
 * whoever follows the case. One person hears of one event once, by the first of these. Who may open the case is asked
 * when it is told, and again when it is read.
 */
export function noticesOf(
  event: CaseEvent,
  before: CaseFile | undefined,
  after: CaseFile,
): readonly Notice[] {
  // What the clocks find is told in digests, however many cases it is at once.
  if (event.type === 'Escalated' && event.by.role === 'SYSTEM') return []
  const { id, name } = event.by
  const common = {
    kind: event.type,
    number: after.number ?? null,
    place: placeOfEvent(event) ?? null,
    by: { id, name },
  }
  const called = mentionsIn(event).flatMap((mention) => audiencesOfMention(mention, after))
  const told = [...audiencesOf(event, before, after), ...peopleOfPin(event, after)]
  const watch: readonly NoticeAudience[] = isNewsForWatchers(event.type) ? [{ watchers: true }] : []
  const all: readonly Notice[] = [
    ...called.map((to) => ({ ...common, to, topic: 'talk' as const, called: true as const })),
    ...told.map((to) => ({ ...common, to, topic: topicOf(event.type) })),
    ...watch.map((to) => ({ ...common, to, topic: 'watch' as const })),
  ]
  return all.filter(({ to }) => to.personId !== id)
}

function audiencesOf(
  event: CaseEvent,
  before: CaseFile | undefined,
  after: CaseFile,
): readonly NoticeAudience[] {
  const owner: NoticeAudience = { personId: after.owner.id }
  const negeri: NoticeAudience = { role: 'NEGERI_OFFICER', region: after.negeri }
  const supervisor: NoticeAudience = { role: 'SUPERVISOR', region: regencyOf(after.negeri) }
  if (event.type === 'Forwarded') return event.automatic ? [negeri, supervisor] : []
  if (event.type === 'Resubmitted') return event.desk ? [{ personId: event.desk.person.id }] : []
  if (event.type === 'Reassigned') {
    const desks = [before?.holder?.id, event.to?.id].filter((id) => id !== undefined)
    return [...new Set(desks)].map((personId) => ({ personId }))
  }
  if (event.type === 'HandedOver') return [{ personId: event.to.id }]
  if (event.type === 'Claimed') return event.after ? [{ personId: event.after.person.id }] : []
  if (event.type === 'WorkProposed') return after.holder ? [{ personId: after.holder.id }] : []
  if (event.type === 'WorkTaken' || event.type === 'WorkDeclined') return [{ personId: event.of.id }]
  if (event.type === 'TwinLinked' || event.type === 'TwinDismissed') {
    const asked = before?.twins?.find((ruling) => ruling.ruling === 'asked')
    return asked ? [{ personId: asked.by.id }] : []
  }
  if (event.type === 'TwinUndone') return event.reopens ? [owner, negeri] : []
  if (event.type === 'NoteWritten') return event.visibility === 'shared' ? [owner] : []
  const author = event.type === 'SentBack' ? after.siak?.enteredBy : authorOfApproval(event, before)
  if (author !== undefined) return [{ personId: author.id }]
  const told: { readonly [type in CaseEvent['type']]?: readonly NoticeAudience[] } = {
    ReturnedToApplicant: [owner, negeri],
    ReturnedToNegeri: [negeri],
    PassedOn: [owner],
    SignedRecorded: [owner, negeri],
    Rejected: [owner, negeri],
    Expired: [owner, negeri],
    Cancelled: [negeri],
    Held: [negeri],
    Resumed: [negeri],
    Delivered: [owner], // and with it the invitation to say how it was
    ErrorReported: [supervisor, negeri],
    RejectionProposed: [supervisor], // a second person decides
    Escalated: [supervisor],
    TwinAsked: [supervisor], // who sees both places
    TwinEnded: [owner, negeri],
  }
  return told[event.type] ?? []
}

/** Whose approval the head did not follow. */
function authorOfApproval(event: CaseEvent, before: CaseFile | undefined): Person | undefined {
  return event.type === 'LateRefused' || event.type === 'SignRefused' ? before?.validatedBy : undefined
}

/** A reply is for whoever put the pin and whoever spoke under it; an answer to the pin for whoever put it. */
function peopleOfPin(event: CaseEvent, { pins }: CaseFile): readonly NoticeAudience[] {
  if (event.type !== 'PinReplied' && event.type !== 'PinSettled') return []
  const pin = pins.find(({ id }) => id === event.pinId)
  if (pin === undefined) return []
  const spoke = event.type === 'PinReplied' ? pin.thread.map(({ by }) => by.id) : []
  return [...new Set([pin.by.id, ...spoke])].map((personId) => ({ personId }))
}
