import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { Person } from './case-file.ts'

/**
 * What a rule may know beside the case and the command, gathered by the shell before it asks.
 * `number` is the next case number of the queue (used only by `submit`); `file` the finished upload that a command
 * names; `person` the colleague that it names, when they may work on this case.
 */
export type Facts = {
  readonly now: Instant
  readonly number?: string
  readonly file?: { readonly fileId: string; readonly sha256: string; readonly mime: string; readonly bytes: number }
  readonly person?: Person
  readonly knownNegeri: (code: RegionCode) => boolean
  readonly settings: CaseSettings
}

/** LOCAL values of the Dinas that rules depend on. A case keeps those of its submission day. */
export type CaseSettings = {
  readonly leaseMinutes: number
  readonly returnExpiryDays: number
  readonly confirmAfterDays: number
  readonly negeriReviewEnabled: boolean
}

export const DEFAULT_CASE_SETTINGS: CaseSettings = {
  leaseMinutes: 15,
  returnExpiryDays: 30,
  confirmAfterDays: 7,
  negeriReviewEnabled: true,
}
