import type { Actor } from '#domain/access/actor.ts'
import type { CaseView } from '#domain/case/case-view.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { CompareLine } from '#domain/identity/compare-answers.ts'
import { compareAnswers } from '#domain/identity/compare-answers.ts'
import type { TwinReason } from '#domain/identity/twin-reason.ts'
import { twinLikeness } from '#domain/identity/twin-likeness.ts'
import { twinProfileOf } from '#domain/identity/twin-profile.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { seeCase } from '#server/case/see-case.ts'
import type { Shell } from '#server/shell.ts'
import type { Origin } from './open-case.ts'
import { openCase } from './open-case.ts'

export type CompareAnswer =
  | {
      readonly ok: true
      readonly left: CaseView
      readonly right: CaseView
      readonly lines: readonly CompareLine[]
      readonly reasons: readonly TwinReason[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

/** Two cases side by side, for someone who may see both; each is opened and put on record as if alone. */
export async function compareCases(
  shell: Shell,
  actor: Actor,
  asked: { readonly caseId: string; readonly other: string },
  origin: Origin,
): Promise<CompareAnswer> {
  const [one, other] = await Promise.all([
    seeCase(shell, actor, asked.caseId),
    seeCase(shell, actor, asked.other),
  ])
  if (!one || !other || one.id === other.id || actor.role === 'CITIZEN')
    return { ok: false, refusal: { why: 'not-found' } }
  const left = await openCase(shell, actor, { caseId: one.id, again: false }, origin)
  const right = await openCase(shell, actor, { caseId: other.id, again: false }, origin)
  if (!left.ok) return left
  if (!right.ok) return right
  const kind = kindOf(one.service, one.kind, one.ruleVersion)
  const profiles = [one, other].map((file) => twinProfileOf(file.service, file.kind, file.answers))
  const likeness = profiles[0] && profiles[1] && twinLikeness(profiles[0], profiles[1])
  return {
    ok: true,
    left: left.view,
    right: right.view,
    lines: kind && one.service === other.service ? compareAnswers(kind, one.answers, other.answers) : [],
    reasons: likeness?.reasons ?? [],
  }
}
