import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { refusedByOwner } from '#domain/case/draft-side.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { stepFor } from '#domain/case/transition.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import { draftViewOf } from '#domain/intake/draft-view.ts'
import { regencyOf } from '#domain/shared/region-code.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
import { seeCase } from '#server/case/see-case.ts'
import type { Shell } from '#server/shell.ts'

export type DraftAnswer =
  | {
      readonly ok: true
      readonly draft: DraftView
      readonly place: { readonly negeri: string; readonly kecamatan: string }
      readonly now: number
    }
  /** The case has left this side: `caseId` opens as a case, its receipt can be printed. */
  | { readonly ok: false; readonly refusal: Refusal; readonly submitted: boolean }

/** The case with its whole answers, for whoever may write in it now; a read on record like any other. */
export async function openDraft(
  shell: Shell,
  actor: Actor,
  asked: { readonly caseId: string; readonly again: boolean },
  origin: Origin,
): Promise<DraftAnswer> {
  const file = await seeCase(shell, actor, asked.caseId)
  if (file === undefined) return { ok: false, refusal: { why: 'not-found' }, submitted: false }
  const refusal = refusedToWrite(file, actor)
  if (refusal !== undefined) return { ok: false, refusal, submitted: file.submittedAt !== undefined }
  await auditRead(
    shell,
    actor,
    { action: asked.again ? 'draft.refresh' : 'draft.open', subject: file.id, detail: {} },
    origin,
  )
  return {
    ok: true,
    draft: draftViewOf(file, actor),
    place: await placeNames(shell, file.negeri),
    now: shell.clock(),
  }
}

function refusedToWrite(file: CaseFile, actor: Actor): Refusal | undefined {
  if (stepFor('edit', file.stage, actor.role) === undefined) {
    return {
      why: 'not-in-stage',
      stage: file.stage,
      command: 'edit',
      changedBy: file.changedBy,
      changedAt: file.stageAt,
    }
  }
  return refusedByOwner(file, actor)
}

/** Names of a negeri and its kecamatan; a code that the list does not know speaks for itself. */
export async function placeNames(
  shell: Shell,
  negeri: string,
): Promise<{ readonly negeri: string; readonly kecamatan: string; readonly regency: string }> {
  const [kecamatan, regency] = [negeri.slice(0, 8), regencyOf(negeri)]
  const rows = await shell.prisma.region.findMany({
    where: { code: { in: [negeri, kecamatan, regency] } },
    select: { code: true, name: true },
  })
  const nameOf = (code: string) => rows.find((row) => row.code === code)?.name ?? code
  return { negeri: nameOf(negeri), kecamatan: nameOf(kecamatan), regency: capitalised(nameOf(regency)) }
}

/** `KABUPATEN MALUKU TENGAH` → `Kabupaten Maluku Tengah`. */
function capitalised(name: string): string {
  return name.toLowerCase().replace(/(^|\s)\S/g, (letter) => letter.toUpperCase())
}
