import type { CaseEvent } from './case-event.ts'
import type { CaseFile } from './case-file.ts'

/** A case as its first event makes it: a draft, with nothing done to it yet. */
export function born(event: CaseEvent): CaseFile {
  if (event.type !== 'DraftCreated' || event.version !== 1) throw new Error('A case begins with DraftCreated')
  return {
    id: event.caseId,
    version: 1,
    service: event.service,
    kind: event.kind,
    negeri: event.negeri,
    owner: event.by,
    ...(event.bundle === undefined ? {} : { bundle: event.bundle }),
    ...(event.visit === undefined ? {} : { visit: event.visit }),
    stage: 'DRAFT',
    createdAt: event.at,
    stageAt: event.at,
    path: [],
    stageBy: event.by,
    changedAt: event.at,
    changedBy: event.by,
    answers: event.answers,
    conflicts: [],
    papers: [],
    checklist: [],
    notes: [],
    pins: [],
    repairs: [],
    desk: {},
    issued: [],
    escalation: 0,
    flags: { conflictOfInterest: false, vulnerable: false, urgent: false },
    returnCount: 0,
  }
}
