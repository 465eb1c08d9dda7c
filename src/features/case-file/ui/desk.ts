'use client'
import { createContext, use } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CaseEvent } from '#domain/case/case-event.ts'
import type { CaseView } from '#domain/case/case-view.ts'
import type { CaseCommand, CommandType } from '#domain/case/command.ts'
import type { FileFact } from '#domain/case/facts.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'

/** What an act came to, as the person reads it in the place where the act was. */
export type Trouble =
  | { readonly why: 'refused'; readonly command: CaseCommand; readonly refusal: Refusal; readonly at: number }
  /** No answer yet. It is kept and sent again with the same id; nobody has to do it twice. */
  | {
      readonly why: 'unsent'
      readonly command: CaseCommand
      readonly words: string
      readonly at: number
      readonly retry?: () => Promise<RunOutcome>
    }

export type RunOutcome = 'done' | Trouble

/** Everything that a part of the case screen may know and do. */
export type Desk = {
  readonly view: CaseView
  /** The case as this screen shows it: with acts that the server has not confirmed yet. */
  readonly file: CaseFile
  readonly kind: KindDefinition
  readonly actor: Actor
  readonly now: number
  /** What acts on their way will have done: shown, and marked as not confirmed. */
  readonly unconfirmed: readonly CaseEvent[]
  readonly savedAt: number | undefined
  readonly trouble: Trouble | undefined
  readonly dismiss: () => void
  readonly run: (command: CaseCommand, files?: readonly FileFact[]) => Promise<RunOutcome>
  /** Why this cannot be done now, by the same rules that the server asks. */
  readonly mayNot: (command: CommandType) => Refusal | undefined
  /** Puts words into the note that is being written, so that nothing typed is lost. */
  readonly keepAsNote: (words: string) => void
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('No case is open here')
  return desk
}
