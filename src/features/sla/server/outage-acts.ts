import { randomUUID } from 'node:crypto'
import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { OutageKind } from '#domain/sla/time-rules.ts'
import type { RulesAnswer } from '#server/sla/change-rules.ts'
import { changeRules, refused } from '#server/sla/change-rules.ts'
import type { OutageChange, OutageInput } from '#server/sla/rules-input.ts'
import { outsideOf } from '#server/sla/within-area.ts'
import type { Keeper } from './rules-acts.ts'

/** Whose clock is a little fast is not refused. */
const LEEWAY_MS = 5 * MINUTE_MS

/** Declared once, with its beginning, its end if it is known, and its reach: every clock it stops says so from here on. */
export function declareOutage(keeper: Keeper, input: OutageInput): Promise<RulesAnswer> {
  return changeRules(keeper.shell, keeper, async (db, at) => {
    const wrong = wrongTimes(input, at) ?? (await outsideOf(db, keeper.actor, input.reach))
    if (wrong) return wrong
    const id = randomUUID()
    await insertVersion(db, id, 1, input, false, keeper, at)
    return {
      kind: 'outage',
      action: 'outage.declare',
      subject: `outage:${id}`,
      detail: { id, ...input },
    }
  })
}

/** Ended, corrected or taken back: a new version beside the old one. What someone else changed meanwhile is asked again. */
export function changeOutage(
  keeper: Keeper,
  { id, seenVersion, withdrawn, ...input }: OutageChange,
): Promise<RulesAnswer> {
  return changeRules(keeper.shell, keeper, async (db, at) => {
    const { rows } = await db.query<{
      version: number
      kind: OutageKind
      reach: string
      withdrawn: boolean
    }>('select version, kind, reach, withdrawn from outage where id = $1 order by version desc limit 1', [id])
    const [known] = rows
    if (!known || known.withdrawn) return refused('outage-gone')
    const wrong =
      (await outsideOf(db, keeper.actor, known.reach)) ??
      wrongTimes(input, at) ??
      (await outsideOf(db, keeper.actor, input.reach))
    if (wrong) return wrong
    if (known.version !== seenVersion) return refused('outage-moved-on')
    await insertVersion(db, id, known.version + 1, input, withdrawn, keeper, at)
    return {
      kind: 'outage',
      action: withdrawn ? 'outage.withdraw' : 'outage.correct',
      subject: `outage:${id}`,
      detail: { id, version: known.version + 1, withdrawn, ...input },
    }
  })
}

function wrongTimes({ from, to }: Pick<OutageInput, 'from' | 'to'>, now: Instant) {
  if (from > now + LEEWAY_MS || (to ?? 0) > now + LEEWAY_MS) return refused('in-the-future')
  return to !== null && to <= from ? refused('ends-before-it-begins') : undefined
}

async function insertVersion(
  db: { query(text: string, values: unknown[]): Promise<unknown> },
  id: string,
  version: number,
  { kind, reach, from, to, reason }: OutageInput,
  withdrawn: boolean,
  { actor }: Keeper,
  at: Instant,
): Promise<void> {
  await db.query(
    `insert into outage (id, version, kind, reach, began_at, ended_at, reason, withdrawn, by_id, by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      version,
      kind,
      reach,
      new Date(from),
      to === null ? null : new Date(to),
      reason,
      withdrawn,
      actor.id,
      actor.name,
      new Date(at),
    ],
  )
}
