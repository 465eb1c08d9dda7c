import type { CaseFile, ChecklistItem, Paper } from '#domain/case/case-file.ts'
import { neededPapers } from '#domain/service/check-form.ts'
import type { PaperVerdict } from '#domain/case/paper-verdict.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import type { LocalDate } from '#domain/shared/local-date.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import type { Text } from '#domain/shared/text.ts'

/** One place in the rail: a paper of the checklist (perhaps missing), a draft from SIAK, or an issued document. */
export type Sheet = {
  readonly key: string
  readonly label: Text
  readonly source: 'paper' | 'siak' | 'issued'
  readonly ruleId?: string
  readonly item?: ChecklistItem
  /** Left out: nobody handed it in. */
  readonly paper?: SheetPaper
  /** What this paper replaced, newest first. */
  readonly older: readonly Paper[]
}

export type SheetPaper = {
  readonly fileId: string
  /** A paper that was handed in; drafts and documents from SIAK are not pinned. */
  readonly pinnable: boolean
  readonly mime: string
  readonly bytes: number | null
  readonly by: string
  readonly at: number
  /** What the phone found of it before it was sent. */
  readonly verdict?: PaperVerdict
}

/** The day that the conditions of this case are asked for: its submission, or today while it is a draft. */
export function reportDay(file: CaseFile, now: number): LocalDate {
  return localDateInWit(file.submittedAt ?? now)
}

/** Everything that can lie under the glass, in the order of the checklist. */
export function sheetsOf(file: CaseFile, kind: KindDefinition, now: number): readonly Sheet[] {
  const asked =
    file.checklist.length > 0
      ? file.checklist.map((item) => item.ruleId)
      : neededPapers(kind, { answers: file.answers, reportOn: reportDay(file, now) }).map((rule) => rule.id)
  const extra = [...new Set(file.papers.map((paper) => paper.ruleId))].filter((id) => !asked.includes(id))
  const papers = [...asked, ...extra].flatMap((ruleId) => sheetsOfRule(file, kind, ruleId))
  return [...papers, ...siakSheets(file), ...issuedSheets(file, kind)]
}

function sheetsOfRule(file: CaseFile, kind: KindDefinition, ruleId: string): readonly Sheet[] {
  const label = kind.papers.find((rule) => rule.id === ruleId)?.label ?? { id: ruleId, en: ruleId }
  const item = file.checklist.find((one) => one.ruleId === ruleId)
  const of = file.papers.filter((paper) => paper.ruleId === ruleId)
  const current = of.filter((paper) => paper.replacedBy === undefined)
  const about = { label, source: 'paper' as const, ruleId, ...(item ? { item } : {}) }
  if (current.length === 0) return [{ ...about, key: ruleId, older: [] }]
  return current.map((paper) => ({
    ...about,
    key: paper.fileId,
    paper: asSheetPaper(paper),
    older: replacedBy(of, paper),
  }))
}

function replacedBy(papers: readonly Paper[], newest: Paper): readonly Paper[] {
  const before = papers.find((paper) => paper.replacedBy === newest.fileId)
  return before ? [before, ...replacedBy(papers, before)] : []
}

export function asSheetPaper(paper: Paper): SheetPaper {
  return {
    fileId: paper.fileId,
    pinnable: true,
    mime: paper.mime,
    bytes: paper.bytes,
    by: paper.addedBy.name,
    at: paper.addedAt,
    ...(paper.verdict === undefined ? {} : { verdict: paper.verdict }),
  }
}

function siakSheets(file: CaseFile): readonly Sheet[] {
  if (!file.siak?.file) return []
  const { enteredBy, at } = file.siak
  const paper = {
    fileId: file.siak.file.fileId,
    pinnable: false,
    mime: 'application/pdf',
    bytes: null,
    by: enteredBy.name,
    at,
  }
  return [
    { key: paper.fileId, label: { id: 'Draf SIAK', en: 'SIAK draft' }, source: 'siak', paper, older: [] },
  ]
}

function issuedSheets(file: CaseFile, kind: KindDefinition): readonly Sheet[] {
  return file.issued.flatMap((document): readonly Sheet[] => {
    if (!document.file) return []
    const label = kind.outputs.find((output) => output.id === document.outputId)?.label ?? {
      id: document.outputId,
      en: document.outputId,
    }
    const paper = {
      fileId: document.file.fileId,
      pinnable: false,
      mime: 'application/pdf',
      bytes: null,
      by: document.signer,
      at: file.issuedAt ?? 0,
    }
    return [{ key: paper.fileId, label, source: 'issued', paper, older: [] }]
  })
}
