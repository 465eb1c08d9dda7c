import type { Shell } from '#server/shell.ts'

/** What the one writer needs of the shell. */
export type WriterShell = Pick<Shell, 'pool' | 'sealer' | 'clock' | 'feed'>
