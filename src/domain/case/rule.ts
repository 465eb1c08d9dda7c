import type { Actor } from '#domain/access/actor.ts'
import type { Decision } from '#domain/shared/decision.ts'
import type { CaseHappening } from './case-event.ts'
import type { CaseFile } from './case-file.ts'
import type { CommandOf, CommandType } from './command.ts'
import type { Facts } from './facts.ts'
import type { Refusal } from './refusal.ts'

/** What a rule answers: the happenings that follow, or why not. */
export type Answer = Decision<CaseHappening, Refusal>

/** The part of a rule that needs no input: what the screen asks to enable a button. */
export type May = (caseFile: CaseFile, actor: Actor, facts: Facts) => Refusal | undefined

/** The rest of a rule: what the input must be, and what then happens. */
export type Decide<Type extends CommandType> = (
  caseFile: CaseFile,
  command: CommandOf<Type>,
  actor: Actor,
  facts: Facts,
) => Answer
