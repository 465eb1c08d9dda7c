import type { Clockwork } from '#domain/sla/clockwork.ts'
import { createClockwork } from '#domain/sla/clockwork.ts'
import type { Queryable } from '#server/case/rows.ts'
import { readTimeRules } from './read-time-rules.ts'

/** How old the answer to "are these still the rules" may be. */
const ASK_AGAIN_MS = 1_000

type Kept = { clockwork?: Clockwork; askedAt: number; asking?: Promise<Clockwork> }
const kept = new WeakMap<object, Kept>()

/**
 * The rules of time of this house, ready to count with and at most a second old. One small question a second per
 * instance tells whether they have another number; only then they are read and laid out again.
 */
export function clockworkInForce(db: Queryable): Promise<Clockwork> {
  const known = kept.get(db) ?? { askedAt: -Infinity }
  kept.set(db, known)
  if (known.clockwork && performance.now() - known.askedAt < ASK_AGAIN_MS)
    return Promise.resolve(known.clockwork)
  known.asking ??= ask(db, known).finally(() => delete known.asking)
  return known.asking
}

/** The rules of this moment, whatever is kept: for whoever has just changed them. */
export async function freshClockwork(db: Queryable): Promise<Clockwork> {
  const known = kept.get(db)
  await known?.asking?.catch(() => undefined) // it may have asked before the change
  if (known) known.askedAt = -Infinity
  return clockworkInForce(db)
}

async function ask(db: Queryable, known: Kept): Promise<Clockwork> {
  const at = performance.now()
  const { rows } = await db.query<{ version: number }>({
    name: 'time-rules-version',
    text: 'select version from time_rules where id = 1',
  })
  if (!known.clockwork || known.clockwork.rules.version !== rows[0]?.version)
    known.clockwork = createClockwork(await readTimeRules(db))
  known.askedAt = at
  return known.clockwork
}
