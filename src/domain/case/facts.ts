import type { Instant } from '#domain/shared/instant.ts'
import type { Finding } from '#domain/service/service-definition.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { KnownRegions } from '#domain/shared/sixteen-digits.ts'
import type { Person } from './case-file.ts'
import type { TwinFact } from './ruling-on.ts'

/** A finished, clean upload of this case, as the shell found it. */
export type FileFact = {
  readonly fileId: string
  readonly sha256: string
  readonly mime: string
  readonly bytes: number
}

/**
 * What a rule may know beside the case and the command, gathered by the shell before it asks.
 * `number` is the next case number of the queue (used only by `submit`); `file` the finished upload that a command
 * names (`files` all of them, for `recordSigned`); `person` the colleague that `reassign` names, when they may open
 * this case; `desk` the person who returned the case, when they still may (`resubmit`, `repair`).
 */
export type Facts = {
  readonly now: Instant
  readonly number?: string
  readonly file?: FileFact
  readonly files?: readonly FileFact[]
  readonly person?: Person
  readonly desk?: Person
  /** Those of the people whom a remark calls who may see this case; left out, nobody was looked for. */
  readonly mentioned?: readonly string[]
  /** Drafts of this person that were never sent (`create`). */
  readonly openDrafts?: number
  /** Names of those on this move who stand in another one that is under way (`submit`, `resubmit`, `repair`). */
  readonly movingElsewhere?: readonly string[]
  /** The other case of a ruling on two likely doubles, when this person may see it too (`linkTwin` and its like). */
  readonly twin?: TwinFact
  /** Likely doubles that nobody has decided on (`accept`): numbers of those that this person may see. */
  readonly unsettledTwins?: { readonly numbers: readonly string[]; readonly elsewhere: boolean }
  /** What the form check found, given by an asker who holds only masked answers and cannot check them. */
  readonly findings?: readonly Finding[]
  readonly knownNegeri: (code: RegionCode) => boolean
  /** Regions of today, for the codes in a NIK and for destinations; left out, they are not asked about. */
  readonly knownRegions?: KnownRegions
  readonly settings: CaseSettings
}

/** LOCAL values of the Dinas that rules depend on. A case keeps those of its submission day. */
export type CaseSettings = {
  readonly leaseMinutes: number
  readonly returnExpiryDays: number
  readonly confirmAfterDays: number
  readonly negeriReviewEnabled: boolean
  /** A submission that no negeri has taken goes to the Dinas by itself after so much of the stage's time; 0: never. */
  readonly autoForwardPercent: number
  /** How many drafts one person may have: who was a week without signal brings a hundred, a script brings thousands. */
  readonly maxOpenDrafts: number
}

export const DEFAULT_CASE_SETTINGS: CaseSettings = {
  leaseMinutes: 15,
  returnExpiryDays: 30,
  confirmAfterDays: 7,
  negeriReviewEnabled: true,
  autoForwardPercent: 0,
  maxOpenDrafts: 300,
}
