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

/**
 * What the other case is asked by the same act. Nothing for the taking half of a merge: it comes only with the case
 * that ends.
 */
export function mirrorOf(command: PairCommand, caseId: Uuid): PairCommand | undefined {
  switch (command.type) {
    case 'takeTwin':
      return undefined
    case 'mergeTwin':
      return { type: 'takeTwin', other: caseId }
    default:
      return { ...command, other: caseId }
  }
}
