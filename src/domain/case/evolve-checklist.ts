import type { CaseEvent } from './case-event.ts'
import type { CaseFile, ChecklistItem } from './case-file.ts'
import { enter, hold, without } from './change.ts'

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>

const unchecked = (ruleId: string): ChecklistItem => ({ ruleId, result: 'unchecked' })

export function freshChecklist(ruleIds: readonly string[]): readonly ChecklistItem[] {
  return ruleIds.map(unchecked)
}

export function freshMarks(checklist: readonly ChecklistItem[]): readonly ChecklistItem[] {
  return freshChecklist(checklist.map((item) => item.ruleId))
}

/** A new paper asks to be looked at again; the one it replaces stays, marked. */
export function afterPaper(file: CaseFile, event: Of<'PaperAdded'>): CaseFile {
  const { fileId, ruleId, sha256, mime, bytes, replaces, verdict, at, by } = event
  const papers = file.papers.map((paper) =>
    paper.fileId === replaces ? { ...paper, replacedBy: fileId } : paper,
  )
  const checklist = file.checklist.map((item) => (item.ruleId === ruleId ? unchecked(ruleId) : item))
  const added = { fileId, ruleId, sha256, mime, bytes, addedAt: at, addedBy: by }
  return {
    ...file,
    checklist,
    papers: [...papers, verdict === undefined ? added : { ...added, verdict }],
  }
}

/** The paper goes; the one that it had replaced counts again. */
export function afterRemoval(file: CaseFile, fileId: string): CaseFile {
  const left = file.papers.filter((paper) => paper.fileId !== fileId)
  const papers = left.map((paper) => {
    const { replacedBy, ...rest } = paper
    return replacedBy === fileId ? rest : paper
  })
  return { ...file, papers }
}

export function afterCheck(file: CaseFile, event: Of<'ItemChecked'>): CaseFile {
  const { ruleId, result, at, by } = event
  const mark: ChecklistItem =
    result === 'unchecked'
      ? unchecked(ruleId)
      : { ruleId, result, ...(event.ground === undefined ? {} : { ground: event.ground }), at, by }
  return { ...file, checklist: file.checklist.map((item) => (item.ruleId === ruleId ? mark : item)) }
}

/**
 * Back to the stage and the desk it came from. What was at fault is to be looked at again; the rest keeps its mark;
 * papers that the repaired situation newly needs join the list.
 */
export function afterRepair(file: CaseFile, event: Of<'Resubmitted'>): CaseFile {
  const atFault = new Set(file.returned?.faults.map((fault) => fault.ruleId))
  const known = new Map(file.checklist.map((item) => [item.ruleId, item]))
  const checklist = event.checklist.map((ruleId) => {
    const item = known.get(ruleId)
    return item === undefined || atFault.has(ruleId) || item.result === 'problem' ? unchecked(ruleId) : item
  })
  const back = enter({ ...file, checklist, repairs: event.answers }, event, event.stage)
  return event.desk === undefined ? back : hold(back, event.desk.person, event.at, event.desk.until)
}

/** The repair was looked at and found good: it is history from here on. */
export function asRepaired(file: CaseFile): CaseFile {
  return { ...without(file, 'returned'), repairs: [] }
}
