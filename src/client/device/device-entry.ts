import type { NoteSide } from '#domain/case/case-note.ts'
import type { PaperVerdict } from '#domain/case/paper-verdict.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { Answers } from '#domain/service/answers.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'

type Edits = { readonly [field: string]: Answers[string] | null }

/**
 * What a person typed and has not left yet: field by field, `null` clears one. `base` is each field as it was when
 * they began to type, so that a colleague's change meanwhile is seen as a conflict and not overwritten.
 */
export type Unsent = { readonly changed: Edits; readonly base: Edits }

/** A form on this device. `view.version` 0: its case was made here and the Dinas has not seen it. */
export type DraftEntry = {
  readonly kind: 'draft'
  /** The case's id, made on the device that began it. */
  readonly id: string
  readonly view: DraftView
  readonly place: { readonly negeri: string; readonly kecamatan: string }
  readonly unsent: Unsent
  /** Answers in words to the faults of the return of that instant, until the Dinas has them. */
  readonly repairWords?: { readonly returnedAt: number; readonly words: readonly string[] }
  readonly beganAt: number
  /** When `view` was last told by the Dinas; null while it is the device's own. */
  readonly toldAt: number | null
}

/** A photo or file of a case. Its bytes lie beside it and leave only when the Dinas acknowledged this very hash. */
export type PaperEntry = {
  readonly kind: 'paper'
  /** Made here; the Dinas stores the file under it. */
  readonly id: string
  readonly caseId: string
  readonly ruleId: string
  readonly mime: string
  readonly bytes: number
  readonly sha256: string
  readonly takenAt: number
  /** A paper that the Dinas has, or another that waits here. */
  readonly replaces?: string
  readonly page?: number
  readonly verdict?: PaperVerdict
}

/** What an item is about, kept with it so that the list can be read without the case. */
export type ItemAbout = {
  readonly service: ServiceId
  readonly caseKind: string
  /** Of the applicant, as far as it was known; '' when not. */
  readonly applicant: string
  readonly number: string | null
}

/** Why an item stays until a person looks at it. `why` is a refusal's code, or `fault`, `bad-input`, a file's code. */
export type Trouble = {
  readonly why: string
  readonly at: number
  /** What the Dinas said in words, when it said any: a fault's number is in it. */
  readonly words?: string
  readonly detail?: unknown
}

type ItemBase = {
  readonly kind: 'item'
  /** The `commandId`: made once, the same on every attempt. */
  readonly id: string
  readonly caseId: string
  /** Its place in the line of this person: larger is later. */
  readonly order: number
  readonly putAt: number
  readonly about: ItemAbout
  /** Set before the first attempt leaves: from then on its content never changes. */
  readonly triedAt?: number
  readonly tries: number
  /** Not before this instant: a person moved it to another time. */
  readonly notBefore?: number
  /** It left in a sealed file by boat; it stays here until the Dinas acknowledges it, by whichever way. */
  readonly carriedAt?: number
  readonly trouble?: Trouble
}
/** A command with its words. */
export type TextItem = ItemBase & {
  readonly what: 'command'
  readonly seenVersion: number
  readonly command: CaseCommand
}
/** A paper that is sent, and then put to its case by `addPaper`. */
export type PaperItem = ItemBase & {
  readonly what: 'paper'
  /** Of its paper entry, and of the file at the Dinas: whichever way it travels, it is one file. */
  readonly paperId: string
  readonly ruleId: string
  readonly bytes: number
  readonly sha256: string
  readonly replaces?: string
  readonly verdict?: PaperVerdict
  /** The upload that already holds some of it. */
  readonly uploadUrl?: string
  /** The Dinas has the bytes: only the command is left to do. */
  readonly stored?: boolean
}
export type OutboxItem = TextItem | PaperItem

/** What the Dinas acknowledged of a case, newest first on the screen; a short memory, not a record. */
export type SentEntry = {
  readonly kind: 'sent'
  readonly id: string
  readonly caseId: string
  readonly about: ItemAbout
  readonly at: number
  readonly items: number
  readonly bytes: number
  /** `kept`: the case had moved on, and the Dinas keeps the words as a proposal. */
  readonly outcome: 'done' | 'kept'
}

/** Anything that is worth seeing without a network: own cases, names of places, what came back. */
export type SnapshotEntry = {
  readonly kind: 'snapshot'
  readonly id: string
  readonly value: unknown
  readonly keptAt: number
}

/** What one tab wrote in a common note and the Dinas has not acknowledged: Yjs updates in base64, in order. */
export type NoteEntry = {
  readonly kind: 'note'
  readonly id: string
  readonly caseId: string
  readonly side: NoteSide
  readonly updates: readonly string[]
  readonly keptAt: number
}

export type DeviceEntry = DraftEntry | PaperEntry | OutboxItem | SentEntry | SnapshotEntry | NoteEntry
export type EntryKind = DeviceEntry['kind']
export type EntryOf<Kind extends EntryKind> = Extract<DeviceEntry, { readonly kind: Kind }>

/** The present shape of everything above. A change of shape raises it and adds a step to `upgrade-entry.ts`. */
export const DEVICE_SCHEMA = 1
