import type { Actor } from '#domain/access/actor.ts'
import type { Uuid } from '#domain/shared/id.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'
import type { LocalValues } from '#domain/service/local-values.ts'
import { maskAnswers } from '#domain/service/mask-answers.ts'
import type { Answers } from '#domain/service/answers.ts'
import type { Finding, KindDefinition } from '#domain/service/service-definition.ts'
import type { CaseEvent, CaseHappening } from './case-event.ts'
import type { CaseFile, Fault } from './case-file.ts'
import type { LateWork } from './late-work.ts'
import type { Stage } from './stage.ts'
import type { TwinReason } from '#domain/identity/twin-reason.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'

/** Size and length of a stored paper: what a viewer must know before the first byte. */
export type PaperPages = {
  readonly pages: number
  readonly width: number | null
  readonly height: number | null
}

/** Another case that names the same NIK, shown only to someone who may open it too. */
export type Twin = {
  readonly caseId: Uuid
  readonly number: string | null
  readonly service: ServiceId
  readonly stage: Stage
  readonly applicant: string
}

/** A case that is likely the same as this one, and what speaks for it. */
export type LikelyTwin = Twin & {
  readonly kind: string
  readonly negeri: RegionCode
  /** Whose it is: the child, the head of the family, the first who moves. */
  readonly subject: string
  readonly reasons: readonly TwinReason[]
}

/** Is there a likely double where this person may not look? 0 no, 1 yes, 2 not asked: enough was asked today. */
export type Elsewhere = 0 | 1 | 2

/** Another case of the same sitting: a birth and the card that will name the child. */
export type Related = Twin & { readonly kind: string }

/** What one person reads of a case. `file` has the shape of a case, so the rules can be asked of it, but no number in full. */
export type CaseView = {
  readonly file: CaseFile
  readonly events: readonly CaseEvent[]
  readonly pages: { readonly [fileId: string]: PaperPages }
  readonly twins: readonly Twin[]
  /** Likely doubles that nobody has decided on. */
  readonly likely: readonly LikelyTwin[]
  readonly elsewhere: Elsewhere
  readonly related: readonly Related[]
  /** What the form itself leaves in doubt, found on the whole numbers before they were masked. */
  readonly findings: readonly Finding[]
  /** Names of every region that the case mentions, by code. */
  /** What the Dinas has set of its own: a fine that is named, a day that a document runs out. */
  readonly local: LocalValues
  readonly regions: { readonly [code: string]: string }
  /** The server's clock when it answered, so that a wrong clock on the desk moves no lease. */
  readonly now: number
}

/**
 * A case as it may travel to this person: NIK and No. KK masked wherever they stand, in answers, documents and free
 * text. An applicant reads neither internal notes nor who sits at which desk.
 */
export function maskCase(file: CaseFile, kind: KindDefinition | undefined, actor: Actor): CaseFile {
  const answers = kind ? maskAnswers(kind, file.answers) : {}
  const { holder, handedOver, proposals, ...rest } = file
  const shown: CaseFile = {
    ...rest,
    ...(holder && !isApplicant(actor) ? { holder } : {}),
    ...(handedOver && !isApplicant(actor) ? { handedOver } : {}),
    ...(proposals && !isApplicant(actor)
      ? { proposals: proposals.map((one) => ({ ...one, work: maskWork(kind, one.work) })) }
      : {}),
    answers,
    conflicts: file.conflicts.map((conflict) => ({
      ...conflict,
      proposed: maskOne(kind, conflict.field, conflict.proposed),
    })),
    notes: file.notes.filter((note) => !isApplicant(actor) || note.visibility === 'shared'),
    papers: file.papers.map((paper) => ({ ...paper, sha256: '' })),
    pins: isApplicant(actor) ? [] : file.pins.map((pin) => ({ ...pin, sha256: '' })),
    ...(isApplicant(actor) ? { desk: {}, twins: [] } : {}),
    ...(isApplicant(actor) && file.returned
      ? { returned: { ...file.returned, faults: file.returned.faults.map(withoutPins) } }
      : {}),
  }
  return maskLongNumbers(shown)
}

/** The case's history for this person, masked like the case. An applicant reads the steps, not the work at the desks. */
export function maskEvents(
  events: readonly CaseEvent[],
  kind: KindDefinition | undefined,
  actor: Actor,
): readonly CaseEvent[] {
  const told = isApplicant(actor) ? events.filter((event) => !isDeskWork(event)) : events
  return told.map((event) => {
    const shown = maskLongNumbers(maskEvent(event, kind))
    return isApplicant(actor) && 'faults' in shown
      ? { ...shown, faults: shown.faults.map(withoutPins) }
      : shown
  })
}

/** What an applicant reads of a fault: not the pins of the desk that it was made of. */
export function withoutPins({ pins: _ofTheDesk, ...fault }: Fault): Fault {
  return fault
}

function isApplicant(actor: Actor): boolean {
  return actor.role === 'CITIZEN'
}

function isDeskWork(event: CaseHappening): boolean {
  switch (event.type) {
    case 'Claimed':
    case 'ClaimExtended':
    case 'Released':
    case 'ItemChecked':
    case 'SentBack':
    case 'Reassigned':
    case 'HandedOver':
    case 'WorkProposed':
    case 'WorkTaken':
    case 'WorkDeclined':
    case 'Escalated':
    case 'RejectionProposed':
    case 'RejectionDropped':
    case 'PaperPinned':
    case 'PinReplied':
    case 'PinSettled':
      return true
    case 'TwinLinked':
    case 'TwinDismissed':
    case 'TwinTaken':
    case 'TwinAsked':
      return true
    case 'TwinUndone':
      return event.reopens === undefined
    case 'NoteWritten':
      return event.visibility === 'internal'
    default:
      return false
  }
}

function maskEvent(event: CaseEvent, kind: KindDefinition | undefined): CaseEvent {
  switch (event.type) {
    case 'DraftCreated':
      return { ...event, answers: {} }
    case 'AnswersEdited':
      return {
        ...event,
        changed: maskFields(kind, event.changed),
      }
    case 'AnswerConflicted':
      return { ...event, proposed: maskOne(kind, event.field, event.proposed) }
    case 'ConflictSettled':
      return { ...event, value: maskOne(kind, event.field, event.value) }
    case 'WorkProposed':
      return { ...event, work: maskWork(kind, event.work) }
    case 'PaperAdded':
    case 'PaperPinned':
      return { ...event, sha256: '' }
    default:
      return event
  }
}

function maskWork(kind: KindDefinition | undefined, work: LateWork): LateWork {
  if (work.type === 'edit')
    return { ...work, changed: maskFields(kind, work.changed), base: maskFields(kind, work.base) }
  return work.type === 'settleConflict' ? { ...work, value: maskOne(kind, work.field, work.value) } : work
}

type Fields = { readonly [field: string]: Answers[string] | null }

function maskFields(
  kind: KindDefinition | undefined,
  fields: Fields,
): { [field: string]: Answers[string] | null } {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, maskOne(kind, field, value)]),
  )
}

function maskOne(
  kind: KindDefinition | undefined,
  field: string,
  value: Answers[string] | null | undefined,
): Answers[string] | null {
  if (value === null || value === undefined || kind === undefined) return null
  return maskAnswers(kind, { [field]: value })[field] ?? null
}
