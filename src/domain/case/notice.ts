import type { Role } from '#domain/access/role.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { regencyOf } from '#domain/shared/region-code.ts'
import type { CaseEvent } from './case-event.ts'
import type { CaseFile, Person } from './case-file.ts'

/** Who is told: one person, or everyone of a role within a region. */
export type NoticeAudience =
  | { readonly personId: string; readonly role?: undefined; readonly region?: undefined }
  | { readonly personId?: undefined; readonly role: Role; readonly region: RegionCode }

/** Something that happened to a case and that someone should hear of who may not be looking. Holds no personal data. */
export type Notice = {
  readonly kind: CaseEvent['type']
  readonly number: string | null
  readonly to: NoticeAudience
}

/**
 * Whom one event concerns beside the one who caused it: the village when a case comes back, the applicant when it is
 * their turn or it ended, a desk that gets or loses a case, the supervisor on an escalation.
 */
export function noticesOf(
  event: CaseEvent,
  before: CaseFile | undefined,
  after: CaseFile,
): readonly Notice[] {
  // What the clocks find is told in digests, however many cases it is at once.
  if (event.type === 'Escalated' && event.by.role === 'SYSTEM') return []
  const told = audiencesOf(event, before, after).filter((to) => to.personId !== event.by.id)
  return told.map((to) => ({ kind: event.type, number: after.number ?? null, to }))
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
