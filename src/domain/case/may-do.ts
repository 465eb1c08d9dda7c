import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from './case-file.ts'
import type { CommandType } from './command.ts'
import { COMMAND_TYPES } from './command.ts'
import { mayAccept } from './commands/accept-case.ts'
import { mayAddPaper } from './commands/add-paper.ts'
import { mayApprove } from './commands/approve-draft.ts'
import { mayApproveLate } from './commands/approve-late.ts'
import { mayCancel } from './commands/cancel-case.ts'
import { mayClaim } from './commands/claim-case.ts'
import { mayConfirm } from './commands/confirm-receipt.ts'
import { mayConfirmRejection } from './commands/confirm-rejection.ts'
import { maySettleWork } from './commands/decline-work.ts'
import { mayDiscard } from './commands/discard-draft.ts'
import { mayDropRejection } from './commands/drop-rejection.ts'
import { mayEdit } from './commands/edit-answers.ts'
import { mayExpire } from './commands/expire-case.ts'
import { mayForward } from './commands/forward-case.ts'
import { mayHandOver } from './commands/hand-over.ts'
import { mayRecordSigned } from './commands/record-signed.ts'
import { mayReject } from './commands/reject-case.ts'
import { mayRelease } from './commands/release-case.ts'
import { mayRemovePaper } from './commands/remove-paper.ts'
import { mayRepair } from './commands/repair-case.ts'
import { mayReturnToApplicant } from './commands/return-case.ts'
import { maySetFlags } from './commands/set-flags.ts'
import { maySettleConflict } from './commands/settle-conflict.ts'
import { mayAskTwin, mayMergeTwin, mayRuleTwin } from './commands/settle-twin.ts'
import { maySubmit } from './commands/submit-case.ts'
import type { Facts } from './facts.ts'
import { refusedAtTheGate } from './gate.ts'
import type { Refusal } from './refusal.ts'
import type { May } from './rule.ts'
import { everMay } from './transition.ts'

/** The commands whose rule asks something before any input; the others ask only the gate. */
const MAY: { readonly [Type in CommandType]?: May } = {
  accept: mayAccept,
  addPaper: mayAddPaper,
  approve: mayApprove,
  approveLate: mayApproveLate,
  cancel: mayCancel,
  claim: mayClaim,
  confirm: mayConfirm,
  confirmRejection: mayConfirmRejection,
  declineWork: maySettleWork,
  discard: mayDiscard,
  dropRejection: mayDropRejection,
  edit: mayEdit,
  expire: mayExpire,
  forward: mayForward,
  handOver: mayHandOver,
  recordSigned: mayRecordSigned,
  reject: mayReject,
  release: mayRelease,
  removePaper: mayRemovePaper,
  repair: mayRepair,
  resubmit: mayRepair,
  returnToApplicant: mayReturnToApplicant,
  setFlags: maySetFlags,
  settleConflict: maySettleConflict,
  submit: maySubmit,
  askTwin: mayAskTwin,
  dismissTwin: mayRuleTwin,
  linkTwin: mayRuleTwin,
  mergeTwin: mayMergeTwin,
  takeTwin: mayRuleTwin,
  undoTwin: mayRuleTwin,
  takeWork: maySettleWork,
}

/**
 * Why this actor may not do this command now, before any input is known; undefined when the input decides.
 * `decide` asks exactly this first, so that a button and the server never disagree.
 */
export function mayDo(
  caseFile: CaseFile,
  command: CommandType,
  actor: Actor,
  facts: Facts,
): Refusal | undefined {
  return refusedAtTheGate(caseFile, command, actor, facts) ?? MAY[command]?.(caseFile, actor, facts)
}

/** One act that belongs to the actor's role, and why it cannot be done now (`null`: it can). */
export type PossibleAction = { readonly command: CommandType; readonly refusal: Refusal | null }

/**
 * Every act that the table ever gives to this role, for the screen: those without a refusal are enabled, the others
 * shown with their reason. Nothing at all for someone who may not see the case.
 */
export function possibleActions(caseFile: CaseFile, actor: Actor, facts: Facts): readonly PossibleAction[] {
  const own = COMMAND_TYPES.filter((command) => command !== 'create' && everMay(command, actor.role))
  const actions = own.map((command) => ({ command, refusal: mayDo(caseFile, command, actor, facts) ?? null }))
  return actions.filter(({ refusal }) => refusal?.why !== 'not-found')
}
