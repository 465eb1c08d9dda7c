import * as z from 'zod/mini'
import type { LocalValues } from '#domain/service/local-values.ts'
import { NOTHING_LOCAL } from '#domain/service/local-values.ts'
import type { Shape } from '#server/db/settings-now.ts'
import { settingsNow } from '#server/db/settings-now.ts'
import type { Shell } from '#server/shell.ts'

const SHAPE: Shape<LocalValues> = {
  lateBirthFine: z.number().check(z.int(), z.gte(0), z.lte(1_000_000)), // the ceiling of the law
  skpwniValidDays: z.number().check(z.int(), z.gte(0), z.lte(3650)),
}

/** What the Dinas has entered of its own practice, as of now. */
export function localValues(shell: Pick<Shell, 'pool' | 'clock'>): Promise<LocalValues> {
  return settingsNow(shell.pool, shell.clock(), SHAPE, NOTHING_LOCAL)
}
