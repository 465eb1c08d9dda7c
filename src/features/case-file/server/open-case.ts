import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CaseView, PaperPages } from '#domain/case/case-view.ts'
import { maskCase, maskEvents } from '#domain/case/case-view.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { visibleOf } from '#domain/case/visible.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { checkForm } from '#domain/service/check-form.ts'
import type { Finding, KindDefinition } from '#domain/service/service-definition.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { HouseFacts } from '#server/case/house-facts.ts'
import { houseFacts } from '#server/case/house-facts.ts'
import { loadCase, loadEvents } from '#server/case/load-case.ts'
import type { Shell } from '#server/shell.ts'
import { twinsOf } from './twins-of.ts'

export type Origin = { readonly address: string; readonly device: string }
export type OpenAnswer =
  | { readonly ok: true; readonly view: CaseView }
  | { readonly ok: false; readonly refusal: Refusal }

/** A case that is not yours answers like one that does not exist. */
export async function visibleCase(shell: Shell, actor: Actor, caseId: string): Promise<CaseFile | undefined> {
  const file = await loadCase(shell, caseId)
  return file && maySee(actor, visibleOf(file)) ? file : undefined
}

/** Everything that this person may read of a case. `again`: the screen has it open and heard of a newer version. */
export async function openCase(
  shell: Shell,
  actor: Actor,
  asked: { readonly caseId: string; readonly again: boolean },
  origin: Origin,
): Promise<OpenAnswer> {
  const file = await visibleCase(shell, actor, asked.caseId)
  if (!file) return { ok: false, refusal: { why: 'not-found' } }
  const kind = kindOf(file.service, file.kind, file.ruleVersion)
  const staff = actor.role !== 'CITIZEN'
  const [events, pages, twins, regions, house] = await Promise.all([
    loadEvents(shell, asked.caseId),
    pagesOf(shell, asked.caseId),
    staff ? twinsOf(shell, actor, asked.caseId) : [],
    regionNames(shell, file, kind),
    houseFacts(shell.pool, shell.clock()),
  ])
  await auditRead(
    shell,
    actor,
    { action: asked.again ? 'case.refresh' : 'case.open', subject: asked.caseId, detail: {} },
    origin,
  )
  const view: CaseView = {
    file: maskCase(file, kind, actor),
    events: maskEvents(events, kind, actor),
    pages,
    twins: maskLongNumbers(twins),
    findings: maskLongNumbers(kind && staff ? doubtsOf(file, kind, house, shell.clock()) : []),
    regions,
    now: shell.clock(),
  }
  return { ok: true, view }
}

async function pagesOf(shell: Shell, caseId: string): Promise<{ readonly [fileId: string]: PaperPages }> {
  const stored = await shell.prisma.storedFile.findMany({
    where: { caseId, state: 'ready' },
    select: { id: true, pageCount: true, width: true, height: true },
  })
  return Object.fromEntries(
    stored.map((file) => [file.id, { pages: file.pageCount ?? 1, width: file.width, height: file.height }]),
  )
}

/** Warnings only: errors stop a submission, and while it is a draft its own form shows them. */
function doubtsOf(file: CaseFile, kind: KindDefinition, house: HouseFacts, now: number): readonly Finding[] {
  const situation = { answers: file.answers, reportOn: localDateInWit(file.submittedAt ?? now) }
  return checkForm(kind, situation, { negeri: file.negeri, ...house }).filter(
    (finding) => finding.level === 'warning',
  )
}

async function regionNames(
  shell: Shell,
  file: CaseFile,
  kind: KindDefinition | undefined,
): Promise<{ readonly [code: string]: string }> {
  const answered = (kind?.questions ?? [])
    .flatMap((question) => question.fields)
    .filter((field) => field.kind === 'regency' || field.kind === 'negeri')
    .map((field) => file.answers[field.id])
    .filter((value) => typeof value === 'string')
  const codes = [file.negeri, file.negeri.slice(0, 8), ...answered]
  const regions = await shell.prisma.region.findMany({
    where: { code: { in: codes } },
    select: { code: true, name: true },
  })
  return Object.fromEntries(regions.map((region) => [region.code, region.name]))
}
