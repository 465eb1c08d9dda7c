import type { Uuid } from '#domain/shared/id.ts'
import type { CaseCommand } from './command.ts'

export type PairCommand = Extract<
  CaseCommand,
  { type: 'linkTwin' | 'dismissTwin' | 'mergeTwin' | 'takeTwin' | 'undoTwin' }
>

const PAIR: ReadonlySet<CaseCommand['type']> = new Set<PairCommand['type']>([
  'linkTwin',
  'dismissTwin',
  'mergeTwin',
  'takeTwin',
  'undoTwin',
])

/** Is this decided of two cases at once? */
export function isPairCommand(command: CaseCommand): command is PairCommand {
  return PAIR.has(command.type)
}

/** The half of it that the other case is asked. */
export type Mirrored = { readonly caseId: Uuid; readonly command: PairCommand }

/**
 * What the other case is asked by the same act. Nothing for the taking half of a merge: it comes only with the case
 * that ends.
 */
export function mirrorOf(command: PairCommand, caseId: Uuid): Mirrored | undefined {
  switch (command.type) {
    case 'takeTwin':
      return undefined
    case 'mergeTwin':
      return { caseId: command.other, command: { type: 'takeTwin', other: caseId } }
    default:
      return { caseId: command.other, command: { ...command, other: caseId } }
  }
}
