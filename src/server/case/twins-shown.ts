import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '#domain/access/actor.ts'
import { sideOf } from '#domain/access/may-see.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Elsewhere } from '#domain/case/case-view.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import { localDateInWit, toDayNumber, WIT_OFFSET_MS } from '#domain/shared/local-date.ts'
import type { Origin } from '#server/audit/chain.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { Shell } from '#server/shell.ts'
import type { NearTwin } from './likely-twins.ts'
import { twinHashesOf, twinsFor } from './likely-twins.ts'

type ShownShell = Pick<Shell, 'pool' | 'sealer' | 'clock' | 'log'>
export type TwinsShown = { readonly seen: readonly NearTwin[]; readonly elsewhere: Elsewhere }

/** About so many different people a negeri may ask the rest of the kabupaten in one day (WIT). */
export const ASKED_ELSEWHERE_A_DAY = 100
/** Every answer takes a whole number of these: how long it took tells nothing of what was found. */
export const STEP_MS = 12

/**
 * The likely doubles of a case for one person's eyes. What lies beyond their area is one bit, and that bit is rationed
 * for whoever can change what is asked: each new question of a negeri is on record, and after so many the answer
 * is "not today" whatever lies there. An applicant is told nothing at all.
 */
export async function twinsShown(
  shell: ShownShell,
  actor: Actor,
  file: CaseFile,
  origin: Origin,
): Promise<TwinsShown> {
  if (actor.role === 'CITIZEN') return { seen: [], elsewhere: 0 }
  return inEqualTime(async () => {
    const { seen, elsewhere } = await twinsFor(shell.pool, shell.sealer, actor, file)
    const told = sideOf(actor) !== 'negeri' || (await mayAsk(shell, actor, file, origin))
    return { seen, elsewhere: told ? (elsewhere ? 1 : 0) : 2 }
  })
}

async function inEqualTime<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const answer = await work()
  await sleep(restOfStep(performance.now() - began))
  return answer
}

/** What is left of the step that has begun: at least one step in all, and always whole ones. */
export function restOfStep(tookMs: number): number {
  return Math.max(1, Math.ceil(tookMs / STEP_MS)) * STEP_MS - tookMs
}

const ASKED = 'case.askElsewhere'

/** All who serve the same negeri share what it may ask; whoever left it or was disabled today has asked all the same. */
const OF_THE_OFFICE = `
  select distinct detail->>'what' as what from audit_entry
  where action = $3 and at >= $4 and person_id in (
    select $1 union select id::text from person where role = 'NEGERI_OFFICER' and areas && $2::text[])`

/** Asked before is asked for good; a form that was changed asks anew. Two at once may both be the last. */
async function mayAsk(shell: ShownShell, actor: Actor, file: CaseFile, origin: Origin): Promise<boolean> {
  const hashes = twinHashesOf(shell.sealer, file)
  if (hashes.length === 0) return true
  const what = createHash('sha256')
    .update([...hashes].sort().join(' '))
    .digest('hex')
    .slice(0, 16)
  const midnight = toDayNumber(localDateInWit(shell.clock())) * DAY_MS - WIT_OFFSET_MS
  const { rows } = await shell.pool.query<{ what: string }>({
    name: 'twins-asked-today',
    text: OF_THE_OFFICE,
    values: [actor.id, actor.areas, ASKED, new Date(midnight)],
  })
  if (rows.some((row) => row.what === what)) return true
  const allowed = rows.length < ASKED_ELSEWHERE_A_DAY
  if (!allowed) shell.log.warn({ personId: actor.id, asked: rows.length }, 'asks too much about elsewhere')
  const action = allowed ? ASKED : `${ASKED}Refused`
  await auditRead(shell, actor, { action, subject: file.id, detail: { what } }, origin)
  return allowed
}
