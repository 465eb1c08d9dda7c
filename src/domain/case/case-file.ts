import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { LocalDate } from '#domain/shared/local-date.ts'
import type { Uuid } from '#domain/shared/id.ts'
import type { Answers } from '#domain/service/answers.ts'
import type { DeliveryChannel } from './delivery-channel.ts'
import type { Proposal } from './late-work.ts'
import type { PaperVerdict } from './paper-verdict.ts'
import type { Pin } from './pin.ts'
import type { Person } from './person.ts'
import type { ReasonCode } from './reason.ts'
import type { Stage } from './stage.ts'
import type { TwinRuling } from './twin-ruling.ts'

export type { Person }

/** The exclusive right to work on a case: a lease until an instant, extended by activity. */
export type Holder = Person & { readonly since: Instant; readonly until: Instant }

/** A photographed or scanned paper. Immutable; a better photo is a new one that replaces it. */
export type Paper = {
  readonly fileId: Uuid
  /** Which rule of the kind it answers (`PaperRule.id`). */
  readonly ruleId: string
  readonly sha256: string
  readonly mime: string
  readonly bytes: number
  readonly addedAt: Instant
  readonly addedBy: Person
  readonly replacedBy?: Uuid
  /** How legible the device found it, and why it was used all the same. */
  readonly verdict?: PaperVerdict
}

/** One line of the checklist, frozen at submission from the papers this situation needs. */
export type ChecklistItem = {
  readonly ruleId: string
  readonly result: 'unchecked' | 'ok' | 'notApplicable' | 'problem'
  /** Why it does not apply, or what is wrong with it. */
  readonly ground?: string
  readonly at?: Instant
  readonly by?: Person
}

/** One coded fault with the words that tell how to mend it; it may point at a paper or a field. */
export type Fault = {
  readonly code: ReasonCode
  readonly instruction: string
  readonly ruleId?: string
  readonly field?: string
  /** The pins that it was made of: each waits for an answer when the case is back. */
  readonly pins?: readonly Uuid[]
}

/** What came back, from which stage and desk, so that it can return to the same. */
export type ReturnNote = {
  readonly faults: readonly Fault[]
  readonly fromStage: Stage
  readonly by: Person
  readonly at: Instant
  readonly expiresOn: LocalDate
  /** The last day on which it was reminded of. */
  readonly remindedDay?: number
  /** Fields that changed since it came back: the visible part of the repair. */
  readonly changedFields: readonly string[]
}

/** How the one who repairs answered one fault: by a change that can be seen, or in words. */
export type RepairAnswer = { readonly fault: number; readonly answer: string }

/** A document that SIAK issued for this case. Its numbers are recorded, never invented. */
export type IssuedDocument = {
  readonly outputId: string
  readonly documentNumber: string
  readonly issuedOn: LocalDate
  readonly signer: string
  readonly file?: { readonly fileId: Uuid; readonly sha256: string }
  readonly officialLink?: string
  /** NIK or No. KK that SIAK allotted, when this document brings a new one. */
  readonly allottedNik?: string
  readonly allottedNoKk?: string
  readonly superseded: boolean
}

export type SiakDraft = {
  readonly reference: string
  readonly note?: string
  readonly file?: { readonly fileId: Uuid; readonly sha256: string }
  readonly enteredBy: Person
  readonly at: Instant
}

/** A stage and when the case entered it. */
export type Visit = { readonly stage: Stage; readonly at: Instant }

export type Note = {
  readonly id: Uuid
  readonly text: string
  readonly visibility: 'internal' | 'shared'
  readonly mentions?: readonly string[]
  readonly by: Person
  readonly at: Instant
}

/** Everything a case is, folded from its events by `evolve`. */
export type CaseFile = {
  readonly id: Uuid
  readonly version: number
  readonly service: ServiceId
  readonly kind: string
  readonly negeri: RegionCode
  readonly owner: Person
  /** The case that this one was begun together with, and the day of jemput bola on which it was. */
  readonly bundle?: Uuid
  readonly visit?: Uuid
  readonly stage: Stage
  readonly createdAt: Instant
  /** When the present stage was entered: its clock counts from here. */
  readonly stageAt: Instant
  /** Every stage since the submission, in order: what the clocks are counted from. */
  readonly path: readonly Visit[]
  /** When the applicant was done, by the clock of the device they used; never later than the arrival. */
  readonly capturedAt?: Instant
  /** Who brought it into the present stage. */
  readonly stageBy: Person
  readonly changedAt: Instant
  readonly changedBy: Person
  readonly answers: Answers
  /** Fields changed twice from one starting value; `proposed` waits beside the answer until a person picks. */
  readonly conflicts: readonly {
    readonly field: string
    readonly proposed: Answers[string] | null
    readonly by: Person
    readonly at: Instant
  }[]
  readonly papers: readonly Paper[]
  readonly checklist: readonly ChecklistItem[]
  readonly notes: readonly Note[]
  readonly pins: readonly Pin[]
  readonly holder?: Holder
  /** The last hand-over; its note is shown while the receiver holds the case. */
  readonly handedOver?: {
    readonly by: Person
    readonly to: Person
    readonly note: string
    readonly at: Instant
  }
  /** Acts that came too late for their authors, settled or not. */
  readonly proposals?: readonly Proposal[]
  readonly number?: string
  readonly ruleVersion?: number
  readonly submittedAt?: Instant
  readonly submittedBy?: Person
  readonly completeAt?: Instant
  readonly issuedAt?: Instant
  /** Birth timing, computed at `accept`, never asked. */
  readonly birthTiming?: 'ON_TIME' | 'LATE'
  readonly returned?: ReturnNote
  readonly repairs: readonly RepairAnswer[]
  /** Who last worked at each stage, so that a repaired case finds its desk again. */
  readonly desk: { readonly [stage in Stage]?: Person }
  readonly siak?: SiakDraft
  readonly validatedBy?: Person
  readonly lateDecision?: { readonly number: string; readonly on: LocalDate; readonly by: Person }
  readonly issued: readonly IssuedDocument[]
  readonly delivery?: {
    readonly channel: DeliveryChannel
    readonly receiver: string
    readonly at: Instant
    readonly by: Person
  }
  readonly held?: {
    readonly from: Stage
    readonly reason: string
    readonly expectedOn: LocalDate
    readonly at: Instant
    readonly by: Person
  }
  readonly proposedRejection?: {
    readonly code: ReasonCode
    readonly ground: string
    readonly route: string
    readonly by: Person
    readonly at: Instant
  }
  readonly ended?: {
    readonly code?: ReasonCode
    readonly reason: string
    readonly at: Instant
    readonly by: Person
  }
  readonly error?: { readonly what: string; readonly by: Person; readonly at: Instant }
  /** Highest rung of the escalation ladder that was written (0 = none, 1 = E0 …). */
  readonly escalation: number
  readonly flags: CaseFlags
  readonly returnCount: number
  /** What was decided of this case and others that are likely the same. */
  readonly twins?: readonly TwinRuling[]
}

export type CaseFlags = {
  /** The officer's own or close family's case: a second officer must check. */
  readonly conflictOfInterest: boolean
  readonly vulnerable: boolean
  readonly urgent: boolean
}
