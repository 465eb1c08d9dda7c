import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseCommand } from './command.ts'
import { decideAccept } from './commands/accept-case.ts'
import { decideAddPaper } from './commands/add-paper.ts'
import { decideApprove } from './commands/approve-draft.ts'
import { decideApproveLate } from './commands/approve-late.ts'
import { decideCancel } from './commands/cancel-case.ts'
import { decideCheckItem } from './commands/check-item.ts'
import { decideClaim } from './commands/claim-case.ts'
import { decideConfirm } from './commands/confirm-receipt.ts'
import { decideConfirmRejection } from './commands/confirm-rejection.ts'
import { decideDeclineWork } from './commands/decline-work.ts'
import { decideDeliver } from './commands/deliver-document.ts'
import { decideDiscard } from './commands/discard-draft.ts'
import { decideDropRejection } from './commands/drop-rejection.ts'
import { decideEdit } from './commands/edit-answers.ts'
import { decideEscalate } from './commands/escalate-case.ts'
import { decideExpire } from './commands/expire-case.ts'
import { decideExtendClaim } from './commands/extend-claim.ts'
import { decideAutoForward, decideForward } from './commands/forward-case.ts'
import { decideHandOver } from './commands/hand-over.ts'
import { decideHold } from './commands/hold-case.ts'
import { decidePassOn } from './commands/pass-on-case.ts'
import { decidePinPaper } from './commands/pin-paper.ts'
import { decideProposeDraft } from './commands/propose-draft.ts'
import { decideReassign } from './commands/reassign-case.ts'
import { decideProposeWork } from './commands/propose-work.ts'
import { decideRecordSigned } from './commands/record-signed.ts'
import { decideRefuseLate } from './commands/refuse-late.ts'
import { decideRefuseSign } from './commands/refuse-sign.ts'
import { decideReject } from './commands/reject-case.ts'
import { decideRelease } from './commands/release-case.ts'
import { decideRemind } from './commands/remind-return.ts'
import { decideRemovePaper } from './commands/remove-paper.ts'
import { decideRepair, decideResubmit } from './commands/repair-case.ts'
import { decideReplyPin } from './commands/reply-pin.ts'
import { decideReportError } from './commands/report-error.ts'
import { decideResume } from './commands/resume-case.ts'
import { decideReturnToApplicant, decideReturnToNegeri } from './commands/return-case.ts'
import { decideSendBack } from './commands/send-back.ts'
import { decideSetFlags } from './commands/set-flags.ts'
import { decideSettleConflict } from './commands/settle-conflict.ts'
import { decideSettlePin } from './commands/settle-pin.ts'
import { decideSubmit } from './commands/submit-case.ts'
import {
  decideAskTwin,
  decideDismissTwin,
  decideLinkTwin,
  decideMergeTwin,
  decideTakeTwin,
  decideUndoTwin,
} from './commands/settle-twin.ts'
import { decideWriteNote } from './commands/write-note.ts'
import type { Facts } from './facts.ts'
import type { Answer } from './rule.ts'

/** Hands a command that passed the gate to its own rule. Add a command here, in `COMMAND`, and in the table. */
export function decideOwn(
  caseFile: CaseFile,
  command: Exclude<CaseCommand, { type: 'create' | 'takeWork' }>,
  actor: Actor,
  facts: Facts,
): Answer {
  switch (command.type) {
    case 'edit':
      return decideEdit(caseFile, command, actor, facts)
    case 'settleConflict':
      return decideSettleConflict(caseFile, command, actor, facts)
    case 'setFlags':
      return decideSetFlags(caseFile, command, actor, facts)
    case 'addPaper':
      return decideAddPaper(caseFile, command, actor, facts)
    case 'removePaper':
      return decideRemovePaper(caseFile, command, actor, facts)
    case 'submit':
      return decideSubmit(caseFile, command, actor, facts)
    case 'discard':
      return decideDiscard(caseFile, command, actor, facts)
    case 'claim':
      return decideClaim(caseFile, command, actor, facts)
    case 'extendClaim':
      return decideExtendClaim(caseFile, command, actor, facts)
    case 'release':
      return decideRelease(caseFile, command, actor, facts)
    case 'checkItem':
      return decideCheckItem(caseFile, command, actor, facts)
    case 'forward':
      return decideForward(caseFile, command, actor, facts)
    case 'autoForward':
      return decideAutoForward(caseFile, command, actor, facts)
    case 'returnToApplicant':
      return decideReturnToApplicant(caseFile, command, actor, facts)
    case 'returnToNegeri':
      return decideReturnToNegeri(caseFile, command, actor, facts)
    case 'resubmit':
      return decideResubmit(caseFile, command, actor, facts)
    case 'repair':
      return decideRepair(caseFile, command, actor, facts)
    case 'passOn':
      return decidePassOn(caseFile, command, actor, facts)
    case 'expire':
      return decideExpire(caseFile, command, actor, facts)
    case 'remind':
      return decideRemind(caseFile, command, actor, facts)
    case 'accept':
      return decideAccept(caseFile, command, actor, facts)
    case 'proposeDraft':
      return decideProposeDraft(caseFile, command, actor, facts)
    case 'sendBack':
      return decideSendBack(caseFile, command, actor, facts)
    case 'approve':
      return decideApprove(caseFile, command, actor, facts)
    case 'approveLate':
      return decideApproveLate(caseFile, command, actor, facts)
    case 'refuseLate':
      return decideRefuseLate(caseFile, command, actor, facts)
    case 'recordSigned':
      return decideRecordSigned(caseFile, command, actor, facts)
    case 'refuseSign':
      return decideRefuseSign(caseFile, command, actor, facts)
    case 'deliver':
      return decideDeliver(caseFile, command, actor, facts)
    case 'confirm':
      return decideConfirm(caseFile, command, actor, facts)
    case 'reportError':
      return decideReportError(caseFile, command, actor, facts)
    case 'reject':
      return decideReject(caseFile, command, actor, facts)
    case 'confirmRejection':
      return decideConfirmRejection(caseFile, command, actor, facts)
    case 'dropRejection':
      return decideDropRejection(caseFile, command, actor, facts)
    case 'cancel':
      return decideCancel(caseFile, command, actor, facts)
    case 'hold':
      return decideHold(caseFile, command, actor, facts)
    case 'resume':
      return decideResume(caseFile, command, actor, facts)
    case 'reassign':
      return decideReassign(caseFile, command, actor, facts)
    case 'handOver':
      return decideHandOver(caseFile, command, actor, facts)
    case 'proposeWork':
      return decideProposeWork(caseFile, command, actor, facts)
    case 'declineWork':
      return decideDeclineWork(caseFile, command, actor, facts)
    case 'escalate':
      return decideEscalate(caseFile, command, actor, facts)
    case 'linkTwin':
      return decideLinkTwin(caseFile, command, actor, facts)
    case 'dismissTwin':
      return decideDismissTwin(caseFile, command, actor, facts)
    case 'mergeTwin':
      return decideMergeTwin(caseFile, command, actor, facts)
    case 'takeTwin':
      return decideTakeTwin(caseFile, command, actor, facts)
    case 'undoTwin':
      return decideUndoTwin(caseFile, command, actor, facts)
    case 'askTwin':
      return decideAskTwin(caseFile, command, actor, facts)
    case 'writeNote':
      return decideWriteNote(caseFile, command, actor, facts)
    case 'pinPaper':
      return decidePinPaper(caseFile, command, actor, facts)
    case 'replyPin':
      return decideReplyPin(caseFile, command, actor, facts)
    case 'settlePin':
      return decideSettlePin(caseFile, command, actor, facts)
  }
}
