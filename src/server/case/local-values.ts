import type { LocalValues } from '#domain/service/local-values.ts'
import { NOTHING_LOCAL } from '#domain/service/local-values.ts'
import { settingsNow } from '#server/db/settings-now.ts'
import type { Shell } from '#server/shell.ts'

/** What the Dinas has entered of its own practice, as of now. */
export function localValues(shell: Pick<Shell, 'pool' | 'clock'>): Promise<LocalValues> {
  return settingsNow(shell.pool, shell.clock(), NOTHING_LOCAL)
}
