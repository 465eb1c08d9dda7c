import { settingsNow } from '#server/db/settings-now.ts'
import type { FilesShell } from './files-shell.ts'

/** LOCAL bounds of what one person may leave lying here. */
export type UploadSettings = {
  /** Sent, or being sent, and put to no case: 600 photos after a week without signal are some 600 MB. */
  readonly maxWaitingMegabytes: number
  /** A device may be away for a season; what it sent and never used is kept this long. */
  readonly unusedKeptDays: number
}

const DEFAULTS: UploadSettings = { maxWaitingMegabytes: 4096, unusedKeptDays: 120 }
export function uploadSettings(shell: Pick<FilesShell, 'pool' | 'clock'>): Promise<UploadSettings> {
  return settingsNow(shell.pool, shell.clock(), DEFAULTS)
}
