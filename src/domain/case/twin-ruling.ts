import type { Instant } from '#domain/shared/instant.ts'
import type { Uuid } from '#domain/shared/id.ts'
import type { Person } from './person.ts'
import type { Stage } from './stage.ts'

/**
 * What a person decided of this case and another one that is likely the same. `different`: no double, not shown again.
 * `ended`: this one was merged into the other and ended, from the stage `from`; `taken`: the other was merged into this.
 * `asked`: of no case; someone asked whether there is one where they may not look. Both cases keep it. Where the other lies beyond someone's area, it is shown to them without its id and reason.
 */
export type TwinRuling = {
  readonly other: Uuid
  readonly number?: string
  readonly ruling: 'linked' | 'different' | 'ended' | 'taken' | 'asked'
  readonly reason?: string
  readonly from?: Stage
  readonly by: Person
  readonly at: Instant
}

/** What can happen to a case and its likely double; each happens to both cases at once, or to none. */
export type TwinHappening =
  | { readonly type: 'TwinLinked'; readonly other: Uuid; readonly number?: string }
  | {
      readonly type: 'TwinDismissed'
      readonly other: Uuid
      readonly number?: string
      readonly reason: string
    }
  /** This one ended; `words` are for the applicant. */
  | { readonly type: 'TwinEnded'; readonly other: Uuid; readonly number?: string; readonly words: string }
  | { readonly type: 'TwinTaken'; readonly other: Uuid; readonly number?: string }
  /** `reopens`: it had ended by it, and goes back to this stage. */
  | {
      readonly type: 'TwinUndone'
      readonly other: Uuid
      readonly number?: string
      readonly reason: string
      readonly reopens?: Stage
    }
  /** Of this case alone: is there one like it where the asker may not look? */
  | { readonly type: 'TwinAsked' }
