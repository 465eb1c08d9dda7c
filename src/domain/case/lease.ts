import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile, Holder } from './case-file.ts'
import type { Facts } from './facts.ts'
import type { QueueRow } from './queue-row.ts'

/** Who holds the case now. A lease that ran out holds nothing: power cuts free the case by themselves. */
export function holderNow(caseFile: CaseFile, now: Instant): Holder | undefined {
  return caseFile.holder !== undefined && caseFile.holder.until > now ? caseFile.holder : undefined
}

/** The same for a row of a list, whose reader has a clock. */
export function leaseOf(row: Pick<QueueRow, 'holder'>, now: Instant): QueueRow['holder'] {
  return row.holder !== null && row.holder.until > now ? row.holder : null
}

/**
 * Is the case in this actor's hands? An own lease that ran out still counts while nobody else took the case: the
 * one who read for sixteen minutes need not take it twice.
 */
export function inHandsOf(caseFile: CaseFile, actor: Actor): boolean {
  return caseFile.holder?.id === actor.id
}

/** When a lease that starts now ends. */
export function leaseEnd(facts: Facts): Instant {
  return facts.now + facts.settings.leaseMinutes * MINUTE_MS
}

/** Whole minutes that are left of a row's lease, begun ones counted; 0 when nobody holds it. */
export function leaseMinutes(row: Pick<QueueRow, 'holder'>, now: Instant): number {
  const holder = leaseOf(row, now)
  return holder === null ? 0 : Math.ceil((holder.until - now) / MINUTE_MS)
}
