import type { CaseFile } from './case-file.ts'
import type { Uuid } from '#domain/shared/id.ts'
import { kindOfCase } from './form.ts'
import { newestOf, pinOf } from './pins-of.ts'

/** What a return asks to be mended: only this is open to whoever repairs. The rest was looked at and stays. */
export type RepairScope = {
  /** One fault names neither paper nor field: it may lie anywhere. */
  readonly whole: boolean
  readonly ruleIds: readonly string[]
  readonly fields: readonly string[]
  /** Pages that may be replaced, by file: the pinned ones; of a paper without pins every one. */
  readonly fileIds: readonly Uuid[]
}

/** The scope of a case that is out for repair; undefined while nothing is locked. */
export function repairScopeOf(caseFile: CaseFile): RepairScope | undefined {
  const { returned, stage } = caseFile
  const out = stage === 'RETURNED_APPLICANT' || stage === 'RETURNED_NEGERI'
  if (returned === undefined || !out) return undefined
  const { faults } = returned
  const ruleIds = [...new Set(faults.flatMap(({ ruleId }) => ruleId ?? []))]
  // What was filled in during this repair may be corrected before it is sent.
  const asked = [...faults.flatMap(({ field }) => field ?? []), ...returned.changedFields]
  const fields = [...new Set([...asked, ...boundTo(caseFile, asked)])]
  // Of a page that came back before and is wrong again, what lies in its place now.
  const pinned = new Set(
    faults.flatMap(({ pins = [] }) =>
      pins.map((id) => newestOf(caseFile.papers, pinOf(caseFile, id)?.fileId ?? '')?.fileId),
    ),
  )
  const unpinned = new Set(
    faults.flatMap(({ ruleId, pins = [] }) => (pins.length === 0 ? (ruleId ?? []) : [])),
  )
  const fileIds = caseFile.papers
    .filter(
      ({ fileId, ruleId, addedAt }) =>
        pinned.has(fileId) || unpinned.has(ruleId) || (addedAt >= returned.at && ruleIds.includes(ruleId)),
    )
    .map(({ fileId }) => fileId)
  const whole = faults.some(({ ruleId, field }) => ruleId === undefined && field === undefined)
  return { whole, ruleIds, fields, fileIds }
}

/** One more on the list is one more on the card: whoever was asked for the one could not send it without the other. */
function boundTo(caseFile: CaseFile, asked: readonly string[]): readonly string[] {
  return kindOfCase(caseFile)
    .questions.flatMap((question) => question.fields)
    .filter((field) => field.boundTo?.some((id) => asked.includes(id)))
    .map(({ id }) => id)
}
