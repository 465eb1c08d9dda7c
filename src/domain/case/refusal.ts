import type { Finding } from '#domain/service/service-definition.ts'
import type { Stage } from './stage.ts'
import type { Holder, Person } from './case-file.ts'
import type { CommandType } from './command.ts'

/**
 * Why a command was not done: a value, shown in plain words by an exhaustive switch.
 * `conflict` kinds say that someone was faster: who, and when.
 */
export type Refusal =
  | { readonly why: 'not-found' } // does not exist, or is not yours: the same answer
  | { readonly why: 'already-exists' }
  | {
      readonly why: 'not-in-stage'
      readonly stage: Stage
      readonly command: CommandType
      readonly changedBy?: Person
      readonly changedAt?: number
    }
  | { readonly why: 'not-your-role'; readonly command: CommandType }
  | { readonly why: 'held-by-other'; readonly holder: Holder }
  | { readonly why: 'not-held'; readonly command: CommandType } // take it first
  | { readonly why: 'form-invalid'; readonly findings: readonly Finding[] }
  | { readonly why: 'papers-missing'; readonly ruleIds: readonly string[] }
  | { readonly why: 'too-many-drafts'; readonly most: number }
  | { readonly why: 'member-moving'; readonly names: readonly string[] } // in another move that is not finished
  | { readonly why: 'unknown-kind' }
  | { readonly why: 'unknown-negeri' }
  | { readonly why: 'unknown-field'; readonly field: string }
  | { readonly why: 'unknown-output'; readonly outputId: string }
  | { readonly why: 'owner-only'; readonly owner: Person } // a draft or repair of the applicant's own account
  | { readonly why: 'unknown-paper'; readonly ruleId?: string }
  | { readonly why: 'file-not-ready' } // not finished, refused, or of another person
  | { readonly why: 'consent-missing' }
  | { readonly why: 'items-unchecked'; readonly ruleIds: readonly string[] }
  | { readonly why: 'ground-missing' }
  | { readonly why: 'reason-not-for-service' }
  | { readonly why: 'reason-too-short'; readonly least: number }
  | { readonly why: 'reason-not-final' }
  | { readonly why: 'supervisor-only' }
  | { readonly why: 'applicant-has-no-account' }
  | { readonly why: 'faults-unanswered'; readonly faults: readonly number[] }
  | { readonly why: 'not-yet'; readonly from: number } // a clock has not come so far
  | { readonly why: 'siak-unconfirmed' }
  | { readonly why: 'draft-missing' } // neither a draft PDF nor a data sheet in words
  | { readonly why: 'same-person'; readonly did: 'siak-entry' | 'validation' | 'rejection' | 'submission' } // separation of duties
  | { readonly why: 'late-needs-head' }
  | { readonly why: 'outputs-incomplete'; readonly outputIds: readonly string[] }
  | { readonly why: 'date-in-future'; readonly field: string }
  | { readonly why: 'date-in-past'; readonly field: string }
  | { readonly why: 'statement-missing' }
  | { readonly why: 'rejection-pending' }
  | { readonly why: 'no-rejection-pending' }
  | { readonly why: 'unknown-person' }
  | { readonly why: 'conflicts-open'; readonly fields: readonly string[] }
  | { readonly why: 'unknown-pin' }
  | { readonly why: 'pin-without-words' }
  | { readonly why: 'too-many-pins'; readonly most: number }
  | { readonly why: 'too-many-proposals'; readonly most: number } // that wait for the holder
  | { readonly why: 'proposal-too-big' }
  | { readonly why: 'case-too-big' } // sealed and read whole at each step: it takes no more words
  | { readonly why: 'pin-not-yours'; readonly by: Person }
  | { readonly why: 'pins-waiting'; readonly numbers: readonly number[] } // each must be answered before the case goes on
  | { readonly why: 'pins-left-out'; readonly numbers: readonly number[] } // a return takes along what is still wrong
  | { readonly why: 'locked'; readonly ruleIds: readonly string[]; readonly fields: readonly string[] } // nobody asked to mend it
  | { readonly why: 'same-paper' } // the very photo that was returned
  | {
      readonly why: 'twins-unsettled'
      readonly numbers: readonly string[]
      /** Also one that lies where this person may not look. */
      readonly elsewhere: boolean
    }
  | { readonly why: 'twin-settled'; readonly by: Person; readonly at: number }
  | { readonly why: 'twin-apart'; readonly because: 'other-kind' | 'other-ended' | 'other-draft' }
  | { readonly why: 'nothing-changes' }
  | { readonly why: 'command-id-reused' } // same commandId, other content
