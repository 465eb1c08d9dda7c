import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { LocalDate } from '#domain/shared/local-date.ts'
import type { Uuid } from '#domain/shared/id.ts'
import type { Answers } from '#domain/service/answers.ts'
import type { CaseFlags, Fault, IssuedDocument, Person, RepairAnswer } from './case-file.ts'
import type { DeliveryChannel } from './delivery-channel.ts'
import type { LateWork } from './late-work.ts'
import type { PaperVerdict } from './paper-verdict.ts'
import type { Pin, PinAnswer } from './pin.ts'
import type { ReasonCode } from './reason.ts'
import type { Stage } from './stage.ts'
import type { TwinHappening } from './twin-ruling.ts'

/** What is true of every event: who, when (server), in what order. `version` is unique per case. */
export type EventMeta = {
  readonly caseId: Uuid
  readonly version: number
  readonly at: Instant
  readonly by: Person
}

type PaperFacts = {
  readonly fileId: Uuid
  readonly ruleId: string
  readonly sha256: string
  readonly mime: string
  readonly bytes: number
  /** What the device found before it was saved. Events from before there was a judge have none. */
  readonly verdict?: PaperVerdict
}

/** What can happen to a case, in the past tense. The log of these is the truth; all else is derived. */
export type CaseHappening =
  | TwinHappening
  | {
      readonly type: 'DraftCreated'
      readonly service: ServiceId
      readonly kind: string
      readonly negeri: RegionCode
      readonly answers: Answers
      readonly deviceAt?: Instant
      readonly bundle?: Uuid
      readonly visit?: Uuid
    }
  /** Only the fields that changed. `null` clears one. */
  | { readonly type: 'AnswersEdited'; readonly changed: { readonly [field: string]: Answers[string] | null } }
  /** Two people changed one field from the same starting value: the earlier one stands until a person picks. */
  | { readonly type: 'AnswerConflicted'; readonly field: string; readonly proposed: Answers[string] | null }
  | { readonly type: 'ConflictSettled'; readonly field: string; readonly value: Answers[string] | null }
  | { readonly type: 'FlagsSet'; readonly flags: CaseFlags }
  | ({ readonly type: 'PaperAdded'; readonly replaces?: Uuid } & PaperFacts)
  | { readonly type: 'PaperRemoved'; readonly fileId: Uuid }
  | {
      readonly type: 'Submitted'
      readonly number: string
      readonly ruleVersion: number
      readonly checklist: readonly string[]
      readonly reportOn: LocalDate
      readonly deviceAt?: Instant
    }
  | { readonly type: 'Discarded' }
  /** `after`: whose lease had run out, and when. */
  | {
      readonly type: 'Claimed'
      readonly stage: Stage
      readonly until: Instant
      readonly after?: { readonly person: Person; readonly until: Instant }
    }
  | { readonly type: 'ClaimExtended'; readonly until: Instant }
  | { readonly type: 'Released'; readonly cause: 'byHand' | 'leaseEnded' }
  | {
      readonly type: 'ItemChecked'
      readonly ruleId: string
      readonly result: 'unchecked' | 'ok' | 'notApplicable' | 'problem'
      readonly ground?: string
    }
  | { readonly type: 'Forwarded'; readonly automatic: boolean; readonly reason?: string }
  | { readonly type: 'ReturnedToApplicant'; readonly faults: readonly Fault[]; readonly expiresOn: LocalDate }
  | { readonly type: 'ReturnedToNegeri'; readonly faults: readonly Fault[]; readonly expiresOn: LocalDate }
  /** T08 and T13: the same act from either side. The desk it goes back to gets its lease again (`until`); `checklist` is what the repaired situation needs. */
  | {
      readonly type: 'Resubmitted'
      readonly stage: Stage
      readonly answers: readonly RepairAnswer[]
      readonly checklist: readonly string[]
      readonly desk?: { readonly person: Person; readonly until: Instant }
    }
  | { readonly type: 'PassedOn' }
  | { readonly type: 'Expired' }
  /** The applicant's side is told that it waits: on which day since the return. */
  | { readonly type: 'Reminded'; readonly day: number }
  | { readonly type: 'Accepted'; readonly birthTiming?: 'ON_TIME' | 'LATE' }
  | {
      readonly type: 'DraftProposed'
      readonly reference: string
      readonly note?: string
      readonly file?: { readonly fileId: Uuid; readonly sha256: string }
      readonly corrects: boolean
    }
  | { readonly type: 'SentBack'; readonly reason: string }
  | { readonly type: 'Approved'; readonly stage: 'HEAD_APPROVAL' | 'AWAITING_TTE' }
  | { readonly type: 'LateApproved'; readonly decisionNumber: string; readonly decidedOn: LocalDate }
  | { readonly type: 'LateRefused'; readonly reason: string }
  | { readonly type: 'SignedRecorded'; readonly documents: readonly IssuedDocument[] }
  | { readonly type: 'SignRefused'; readonly reason: string }
  | {
      readonly type: 'Delivered'
      readonly channel: DeliveryChannel
      readonly receiver: string
      readonly deliveredAt: Instant
    }
  | { readonly type: 'ReceiptConfirmed'; readonly automatic: boolean }
  | { readonly type: 'ErrorReported'; readonly what: string; readonly evidence?: string }
  | {
      readonly type: 'RejectionProposed'
      readonly code: ReasonCode
      readonly ground: string
      readonly route: string
    }
  | { readonly type: 'RejectionDropped'; readonly reason: string }
  | { readonly type: 'Rejected' }
  | { readonly type: 'Cancelled'; readonly reason: string; readonly statement?: string }
  | { readonly type: 'Held'; readonly reason: string; readonly expectedOn: LocalDate }
  | { readonly type: 'Resumed'; readonly reason: string }
  | { readonly type: 'Reassigned'; readonly to?: Person; readonly reason: string; readonly until?: Instant }
  | { readonly type: 'HandedOver'; readonly to: Person; readonly note: string; readonly until: Instant }
  | {
      readonly type: 'WorkProposed'
      readonly proposalId: Uuid
      readonly work: LateWork
      readonly writtenAt?: Instant
    }
  /** `of`: whose act it was. What it came to follows as events of whoever took it over. */
  | { readonly type: 'WorkTaken'; readonly proposalId: Uuid; readonly of: Person }
  | {
      readonly type: 'WorkDeclined'
      readonly proposalId: Uuid
      readonly of: Person
      readonly reason: string
    }
  | { readonly type: 'Escalated'; readonly level: number; readonly reason?: string }
  | {
      readonly type: 'NoteWritten'
      readonly noteId: Uuid
      readonly text: string
      readonly visibility: 'internal' | 'shared'
      readonly mentions?: readonly string[]
    }
  | ({ readonly type: 'PaperPinned'; readonly pinId: Uuid } & Pick<
      Pin,
      'number' | 'fileId' | 'sha256' | 'ruleId' | 'page' | 'box' | 'code' | 'field' | 'text' | 'mentions'
    >)
  | {
      readonly type: 'PinReplied'
      readonly pinId: Uuid
      readonly number: number
      readonly replyId: Uuid
      readonly text: string
      readonly mentions: readonly string[]
    }
  | { readonly type: 'PinSettled'; readonly pinId: Uuid; readonly number: number; readonly as: PinAnswer }

export type CaseEvent = EventMeta & CaseHappening
