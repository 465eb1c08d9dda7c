import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import type { SecretPlace } from '#domain/case/secret-of.ts'
import { secretOf } from '#domain/case/secret-of.ts'
import { localDateInWit, toDayNumber, WIT_OFFSET_MS } from '#domain/shared/local-date.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { auditAct } from '#server/audit/audit-read.ts'
import { seeCase } from '#server/case/see-case.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { Shell } from '#server/shell.ts'
import type { Origin } from './open-case.ts'

/** Full numbers that one person may look at in one day (WIT). Beyond it someone is copying a register. */
export const REVEALS_A_DAY = 60

export type RevealAnswer =
  | { readonly ok: true; readonly value: string; readonly leftToday: number }
  | { readonly ok: false; readonly why: 'not-found' }
  | { readonly ok: false; readonly why: 'quota'; readonly most: number }

/** One masked number in full, for a reason that is put on record together with who asked. */
export async function revealField(
  shell: Shell,
  actor: Actor,
  asked: SecretPlace & { readonly caseId: string; readonly reason: string },
  origin: Origin,
): Promise<RevealAnswer> {
  const { caseId, reason, ...place } = asked
  const file = await seeCase(shell, actor, caseId)
  const value = file && secretOf(file, kindOf(file.service, file.kind, file.ruleVersion), place)
  if (value === undefined) return { ok: false, why: 'not-found' }
  // Counted and recorded under one lock: two at once cannot both take the last one.
  return inTransaction(shell.pool, async (db): Promise<RevealAnswer> => {
    await db.query("select pg_advisory_xact_lock(hashtext('reveal'), hashtext($1))", [actor.id])
    const used = await revealsToday(db, actor, shell.clock())
    if (used >= REVEALS_A_DAY) {
      shell.log.warn({ personId: actor.id, used }, 'reveal quota reached')
      await auditAct(
        db,
        shell,
        actor,
        { action: 'case.revealRefused', subject: caseId, detail: { ...place } },
        origin,
      )
      return { ok: false, why: 'quota', most: REVEALS_A_DAY }
    }
    await auditAct(
      db,
      shell,
      actor,
      { action: 'case.reveal', subject: caseId, detail: { ...place, reason } },
      origin,
    )
    return { ok: true, value, leftToday: REVEALS_A_DAY - used - 1 }
  })
}

async function revealsToday(db: Pick<pg.ClientBase, 'query'>, actor: Actor, now: Instant): Promise<number> {
  const midnight = toDayNumber(localDateInWit(now)) * DAY_MS - WIT_OFFSET_MS
  const { rows } = await db.query<{ used: number }>(
    "select count(*)::int as used from audit_entry where person_id = $1 and action = 'case.reveal' and at >= $2",
    [actor.id, new Date(midnight)],
  )
  return rows[0]?.used ?? 0
}
