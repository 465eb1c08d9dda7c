import type { Actor } from '#domain/access/actor.ts'
import type { Elsewhere } from '#domain/case/case-view.ts'
import { STAGE } from '#domain/case/stage.ts'
import { reasonsInWords } from '#domain/identity/twin-reason.ts'
import { twinSubjectOf } from '#domain/identity/twin-subject.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'
import type { Text } from '#domain/shared/text.ts'
import type { Origin } from '#server/audit/chain.ts'
import { seeCase } from '#server/case/see-case.ts'
import { twinsShown } from '#server/case/twins-shown.ts'
import type { Shell } from '#server/shell.ts'

/** A case that says the same as the form which is being filled in. */
export type LikelyFiled = {
  readonly caseId: string
  readonly number: string | null
  readonly subject: string
  readonly stage: Text
  readonly why: Text
}

/** What may have been filed already, told while the form is written: as soon as its words are at the Dinas. */
export async function likelyFiled(
  shell: Shell,
  actor: Actor,
  caseId: string,
  origin: Origin,
): Promise<{ readonly likely: readonly LikelyFiled[]; readonly elsewhere: Elsewhere }> {
  const file = await seeCase(shell, actor, caseId)
  if (file === undefined) return { likely: [], elsewhere: 0 }
  const { seen, elsewhere } = await twinsShown(shell, actor, file, origin)
  const likely = seen.map(({ file: other, likeness }) => ({
    caseId: other.id,
    number: other.number ?? null,
    subject: twinSubjectOf(other.service, other.kind, other.answers),
    stage: STAGE[other.stage].label,
    why: reasonsInWords(likeness.reasons),
  }))
  return { likely: maskLongNumbers(likely), elsewhere }
}
