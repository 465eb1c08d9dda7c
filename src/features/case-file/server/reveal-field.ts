import type { Actor } from '#domain/access/actor.ts'
import type { SecretPlace } from '#domain/case/secret-of.ts'
import { secretOf } from '#domain/case/secret-of.ts'
import { localDateInWit, toDayNumber, WIT_OFFSET_MS } from '#domain/shared/local-date.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { Shell } from '#server/shell.ts'
import type { Origin } from './open-case.ts'
import { visibleCase } from './open-case.ts'

/** Full numbers that one person may look at in one day (WIT). Beyond it someone is copying a register. */
export const REVEALS_A_DAY = 60

export type RevealAnswer =
  | { readonly ok: true; readonly value: string; readonly leftToday: number }
  | { readonly ok: false; readonly why: 'not-found' }
  | { readonly ok: false; readonly why: 'quota'; readonly most: number }

/** One masked number in full, for a reason that is put on record together with who asked. */
export async function revealField(shell: Shell, actor: Actor, asked: SecretPlace & { readonly caseId: string; readonly reason: string }, origin: Origin): Promise<RevealAnswer> {
  const { caseId, reason, ...place } = asked
  const file = await visibleCase(shell, actor, caseId)
  const value = file && secretOf(file, kindOf(file.service, file.kind, file.ruleVersion), place)
  if (value === undefined) return { ok: false, why: 'not-found' }
  const used = await revealsToday(shell, actor)
  if (used >= REVEALS_A_DAY) {
    shell.log.warn({ personId: actor.id, used }, 'reveal quota reached')
    await auditRead(shell, actor, { action: 'case.revealRefused', subject: caseId, detail: { ...place } }, origin)
    return { ok: false, why: 'quota', most: REVEALS_A_DAY }
  }
  await auditRead(shell, actor, { action: 'case.reveal', subject: caseId, detail: { ...place, reason } }, origin)
  return { ok: true, value, leftToday: REVEALS_A_DAY - used - 1 }
}

async function revealsToday(shell: Shell, actor: Actor): Promise<number> {
  const midnight = toDayNumber(localDateInWit(shell.clock())) * DAY_MS - WIT_OFFSET_MS
  return shell.prisma.auditEntry.count({ where: { personId: actor.id, action: 'case.reveal', at: { gte: new Date(midnight) } } })
}
