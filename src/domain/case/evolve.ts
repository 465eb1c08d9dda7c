import type { CaseEvent } from './case-event.ts'
import type { CaseFile } from './case-file.ts'
import { born } from './born-case.ts'
import { changed, enter, hold, mergeAnswers, without } from './change.ts'
import { afterTwin } from './evolve-twins.ts'
import {
  afterCheck,
  afterPaper,
  afterRemoval,
  afterRepair,
  asRepaired,
  freshChecklist,
  freshMarks,
} from './evolve-checklist.ts'
import { afterPin, afterReply, afterSettling, askPins } from './evolve-pins.ts'
import { afterHandOver, afterProposal, afterProposalSettled } from './evolve-work.ts'

/**
 * The case after one more event of its log. The log is trusted: an event out of order is a fault, not a refusal.
 * Times and persons come from the event; nothing else is looked at, so that every reader folds the same case.
 */
export function evolve(before: CaseFile | undefined, event: CaseEvent): CaseFile {
  if (before === undefined) return born(event)
  if (event.caseId !== before.id || event.version !== before.version + 1) {
    throw new Error(`Event ${event.version} does not follow version ${before.version} of its case`)
  }
  return apply(changed(before, event), event)
}

/** The case that a whole log tells of; undefined for an empty one. */
export function fold(events: readonly CaseEvent[]): CaseFile | undefined {
  return events.reduce<CaseFile | undefined>(evolve, undefined)
}

function apply(file: CaseFile, event: CaseEvent): CaseFile {
  const { by, at } = event
  switch (event.type) {
    case 'DraftCreated':
      throw new Error('A case is created once')
    case 'AnswersEdited':
      return mergeAnswers(file, event.changed)
    case 'AnswerConflicted': {
      const others = file.conflicts.filter((conflict) => conflict.field !== event.field)
      return { ...file, conflicts: [...others, { field: event.field, proposed: event.proposed, by, at }] }
    }
    case 'ConflictSettled': {
      const settled = mergeAnswers(file, { [event.field]: event.value })
      return { ...settled, conflicts: file.conflicts.filter((conflict) => conflict.field !== event.field) }
    }
    case 'FlagsSet':
      return { ...file, flags: event.flags }
    case 'PaperAdded':
      return afterPaper(file, event)
    case 'PaperRemoved':
      return afterRemoval(file, event.fileId)
    case 'Submitted':
      return enter(
        {
          ...file,
          number: event.number,
          ruleVersion: event.ruleVersion,
          submittedAt: at,
          ...(event.deviceAt === undefined ? {} : { capturedAt: Math.min(event.deviceAt, at) }),
          submittedBy: by,
          checklist: freshChecklist(event.checklist),
        },
        event,
        'SUBMITTED',
      )
    case 'Discarded':
      return enter({ ...file, ended: { reason: '', at, by } }, event, 'CANCELLED')
    case 'Claimed': {
      const entered = event.stage === file.stage ? file : enter(file, event, event.stage)
      return hold({ ...entered, desk: { ...file.desk, [event.stage]: by } }, by, at, event.until)
    }
    case 'ClaimExtended':
      return file.holder === undefined ? file : { ...file, holder: { ...file.holder, until: event.until } }
    case 'Released':
      return without(file, 'holder')
    case 'ItemChecked':
      return afterCheck(file, event)
    case 'Forwarded': // the Dinas looks at every paper anew; what the negeri marked stays in the log
      return enter(asRepaired({ ...file, checklist: freshMarks(file.checklist) }), event, 'FORWARDED')
    case 'ReturnedToApplicant':
    case 'ReturnedToNegeri': {
      const returned = {
        faults: event.faults,
        fromStage: file.stage,
        by,
        at,
        expiresOn: event.expiresOn,
        changedFields: [],
      }
      const stage = event.type === 'ReturnedToApplicant' ? 'RETURNED_APPLICANT' : 'RETURNED_NEGERI'
      const asked = askPins(file, event.faults, at)
      return enter({ ...asked, returned, repairs: [], returnCount: file.returnCount + 1 }, event, stage)
    }
    case 'Resubmitted':
      return afterRepair(file, event)
    case 'PassedOn':
      return enter(file, event, 'RETURNED_APPLICANT')
    case 'Reminded':
      return file.returned === undefined
        ? file
        : { ...file, returned: { ...file.returned, remindedDay: event.day } }
    case 'Expired':
      return enter({ ...file, ended: { reason: '', at, by } }, event, 'EXPIRED')
    case 'Accepted': {
      const timing = event.birthTiming === undefined ? {} : { birthTiming: event.birthTiming }
      const entered = enter(asRepaired({ ...file, completeAt: at, ...timing }), event, 'SIAK_ENTRY')
      const desk = { ...file.desk, VERIFICATION: by, SIAK_ENTRY: by }
      return file.holder === undefined ? { ...entered, desk } : { ...entered, desk, holder: file.holder }
    }
    case 'DraftProposed': {
      const siak = {
        reference: event.reference,
        ...(event.note === undefined ? {} : { note: event.note }),
        ...(event.file === undefined ? {} : { file: event.file }),
        enteredBy: by,
        at,
      }
      const issued = event.corrects
        ? file.issued.map((document) => ({ ...document, superseded: true }))
        : file.issued
      return enter({ ...file, siak, issued, desk: { ...file.desk, [file.stage]: by } }, event, 'VALIDATION')
    }
    case 'SentBack':
      return enter(file, event, 'SIAK_ENTRY')
    case 'Approved':
      return enter(
        asRepaired({ ...file, validatedBy: by, desk: { ...file.desk, VALIDATION: by } }),
        event,
        event.stage,
      )
    case 'LateApproved':
      return enter(
        { ...file, lateDecision: { number: event.decisionNumber, on: event.decidedOn, by } },
        event,
        'AWAITING_TTE',
      )
    case 'LateRefused':
    case 'SignRefused':
      return enter(without(file, 'validatedBy'), event, 'VALIDATION')
    case 'SignedRecorded':
      return enter({ ...file, issued: [...file.issued, ...event.documents], issuedAt: at }, event, 'ISSUED')
    case 'Delivered':
      return enter(
        {
          ...file,
          delivery: { channel: event.channel, receiver: event.receiver, at: event.deliveredAt, by },
        },
        event,
        'DELIVERED',
      )
    case 'ReceiptConfirmed':
      return enter(without(file, 'error'), event, 'CLOSED')
    case 'ErrorReported': // its own round of the ladder: what was climbed until the issue says nothing of it
      return enter(
        without({ ...file, error: { what: event.what, by, at }, escalation: 0 }, 'validatedBy'),
        event,
        'CORRECTION',
      )
    case 'RejectionProposed':
      return {
        ...file,
        proposedRejection: { code: event.code, ground: event.ground, route: event.route, by, at },
      }
    case 'RejectionDropped':
      return without(file, 'proposedRejection')
    case 'Rejected': {
      const proposal = file.proposedRejection
      const ended =
        proposal === undefined
          ? { reason: '', at, by }
          : { code: proposal.code, reason: proposal.ground, at, by }
      return enter({ ...file, ended }, event, 'REJECTED')
    }
    case 'Cancelled':
      return enter({ ...file, ended: { reason: event.reason, at, by } }, event, 'CANCELLED')
    case 'Held': {
      const held = { from: file.stage, reason: event.reason, expectedOn: event.expectedOn, at, by }
      return enter({ ...file, held }, event, 'ON_HOLD')
    }
    case 'Resumed':
      return enter(without(file, 'held'), event, file.held?.from ?? file.stage)
    case 'Reassigned':
      return event.to === undefined || event.until === undefined
        ? without(file, 'holder')
        : hold(
            { ...file, desk: { ...file.desk, [file.held?.from ?? file.stage]: event.to } },
            event.to,
            at,
            event.until,
          )
    case 'HandedOver':
      return afterHandOver(file, event)
    case 'WorkProposed':
      return afterProposal(file, event)
    case 'WorkTaken':
    case 'WorkDeclined':
      return afterProposalSettled(file, event)
    case 'TwinLinked':
    case 'TwinDismissed':
    case 'TwinEnded':
    case 'TwinTaken':
    case 'TwinUndone':
    case 'TwinAsked':
      return afterTwin(file, event)
    case 'Escalated':
      return { ...file, escalation: event.level }
    case 'NoteWritten': {
      const { noteId: id, text, visibility, mentions } = event
      const note = { id, text, visibility, ...(mentions ? { mentions } : {}), by, at }
      return { ...file, notes: [...file.notes, note] }
    }
    case 'PaperPinned':
      return afterPin(file, event)
    case 'PinReplied':
      return afterReply(file, event)
    case 'PinSettled':
      return afterSettling(file, event)
  }
}
