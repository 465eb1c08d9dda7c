import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CaseView, PaperPages } from '#domain/case/case-view.ts'
import { maskCase, maskEvents } from '#domain/case/case-view.ts'
import { hideTwins, hideTwinsInEvents } from '#domain/case/hide-twins.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { checkForm } from '#domain/service/check-form.ts'
import type { Finding, KindDefinition } from '#domain/service/service-definition.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { HouseFacts } from '#server/case/house-facts.ts'
import { houseFacts } from '#server/case/house-facts.ts'
import { localValues } from '#server/case/local-values.ts'
import { loadEvents } from '#server/case/load-case.ts'
import { relatedCases } from '#server/case/related-cases.ts'
import type { Queryable } from '#server/case/rows.ts'
import { seeCaseWith } from '#server/case/see-case.ts'
import { twinsShown } from '#server/case/twins-shown.ts'
import type { Shell } from '#server/shell.ts'
import { likelyFrom, twinsOf, visibleTwins } from './twins-of.ts'

export type Origin = { readonly address: string; readonly device: string }
export type OpenAnswer =
  | { readonly ok: true; readonly view: CaseView }
  | { readonly ok: false; readonly refusal: Refusal }

/** Everything that this person may read of a case. `again`: the screen has it open and heard of a newer version. */
export async function openCase(
  shell: Shell,
  actor: Actor,
  asked: { readonly caseId: string; readonly again: boolean },
  origin: Origin,
): Promise<OpenAnswer> {
  const staff = actor.role !== 'CITIZEN'
  const seen = await seeCaseWith(shell, actor, asked.caseId, async (db, file) => {
    const events = await loadEvents({ pool: db, sealer: shell.sealer }, asked.caseId)
    const known = await visibleTwins(db, actor, events)
    return {
      events,
      known,
      pages: await pagesOf(db, asked.caseId),
      twins: staff ? await twinsOf(db, actor, asked.caseId) : [],
      related: await relatedCases(db, actor, file),
    }
  })
  if (!seen) return { ok: false, refusal: { why: 'not-found' } }
  const {
    file,
    more: { events, pages, twins, related, known },
  } = seen
  const kind = kindOf(file.service, file.kind, file.ruleVersion)
  const [near, regions, local, house] = await Promise.all([
    twinsShown(shell, actor, file, origin),
    regionNames(shell, file, kind),
    localValues(shell),
    houseFacts(shell.pool, shell.clock()),
  ])
  await auditRead(
    shell,
    actor,
    { action: asked.again ? 'case.refresh' : 'case.open', subject: asked.caseId, detail: {} },
    origin,
  )
  const view: CaseView = {
    file: hideTwins(maskCase(file, kind, actor), known),
    events: hideTwinsInEvents(maskEvents(events, kind, actor), known),
    pages,
    twins: maskLongNumbers(twins),
    likely: maskLongNumbers(likelyFrom(near.seen)),
    elsewhere: near.elsewhere,
    related: maskLongNumbers(related),
    findings: maskLongNumbers(kind && staff ? doubtsOf(file, kind, house, shell.clock()) : []),
    local,
    regions,
    now: shell.clock(),
  }
  return { ok: true, view }
}

async function pagesOf(db: Queryable, caseId: string): Promise<{ readonly [fileId: string]: PaperPages }> {
  const { rows } = await db.query<PaperPages & { readonly id: string }>({
    name: 'case-pages',
    text: "select id, coalesce(page_count, 1) as pages, width, height from stored_file where case_id = $1 and state = 'ready'",
    values: [caseId],
  })
  return Object.fromEntries(rows.map(({ id, ...pages }) => [id, pages]))
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
