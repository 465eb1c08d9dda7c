import { kindOf } from '#domain/service/catalogue.ts'
import { maskLongNumbers } from '#domain/shared/mask-long-numbers.ts'
import type { CaseFile } from './case-file.ts'
import { birthTimingOf } from './birth.ts'
import { situationOf } from './form.ts'
import type { QueueRow, RowClock } from './queue-row.ts'
import { FLAG } from './queue-row.ts'
import type { Stage } from './stage.ts'

/** Was this birth reported late? Known from the submission on; settled when the Dinas accepts the papers. */
export function isLateBirth(caseFile: CaseFile): boolean {
  if (caseFile.submittedAt === undefined) return false
  return (caseFile.birthTiming ?? birthTimingOf(caseFile, caseFile.changedAt)) === 'LATE'
}

/** What the list shows of a case, at the queue's number of its latest change. `clock`: as the house's rules of time give it. */
export function rowOf(caseFile: CaseFile, seq: number, clock: RowClock | null = null): QueueRow {
  const { holder, changedAt } = caseFile
  const kind = kindOf(caseFile.service, caseFile.kind, caseFile.ruleVersion)
  return {
    id: caseFile.id,
    version: caseFile.version,
    seq,
    service: caseFile.service,
    kind: caseFile.kind,
    negeri: caseFile.negeri,
    stage: caseFile.stage,
    number: caseFile.number ?? null,
    // A draft may hold anything, also a NIK typed into the field of the name.
    applicant: maskLongNumbers(kind?.applicantName(situationOf(caseFile, changedAt)) ?? ''),
    ownerId: caseFile.owner.id,
    submitted: caseFile.submittedAt !== undefined,
    holder:
      holder === undefined
        ? null
        : { id: holder.id, name: holder.name, role: holder.role, until: holder.until },
    stageAt: caseFile.stageAt,
    submittedAt: caseFile.submittedAt ?? null,
    changedAt,
    changedBy: caseFile.changedBy.name,
    clock,
    birthLate: isLateBirth(caseFile),
    flags: flagsOf(caseFile),
    returnCount: caseFile.returnCount,
    escalation: caseFile.escalation,
  }
}

const REVIEWED: ReadonlySet<Stage> = new Set(['SUBMITTED', 'NEGERI_REVIEW', 'VERIFICATION', 'VALIDATION'])

/** The marks of a row as bits. `repaired`: it came back, was mended, and waits to be looked at again. */
function flagsOf(caseFile: CaseFile): number {
  const { flags, returned, proposedRejection, error } = caseFile
  const marks: Record<keyof typeof FLAG, boolean> = {
    ...flags,
    repaired: returned !== undefined && REVIEWED.has(caseFile.stage),
    rejectionProposed: proposedRejection !== undefined,
    correction: error !== undefined,
  }
  const names = Object.keys(FLAG) as (keyof typeof FLAG)[]
  return names.reduce((bits, name) => (marks[name] ? bits | FLAG[name] : bits), 0)
}
