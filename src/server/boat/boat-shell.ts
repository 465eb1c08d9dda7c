import { join } from 'node:path'
import type { Shell } from '#server/shell.ts'

export type BoatShell = Pick<Shell, 'config' | 'pool' | 'prisma' | 'sealer' | 'clock' | 'log' | 'feed'>
/** Enough to open a file and to answer it: nothing of a case is written. */
export type BoatReader = Omit<BoatShell, 'feed'>

/** Where files lie while they come in and wait. They stay sealed to the Dinas's key there. */
export function boatDirectory(shell: Pick<Shell, 'config'>): string {
  return join(shell.config.dataDir, 'files', 'boat')
}
