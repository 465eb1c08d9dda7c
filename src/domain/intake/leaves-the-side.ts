import type { CommandType } from '../case/command.ts'

/** Commands after which a case is out of hand: they go through only when all before them of the same case did. */
export const LEAVES_THE_SIDE: ReadonlySet<CommandType> = new Set(['submit', 'repair', 'resubmit', 'discard'])
