import type { Role } from '#domain/access/role.ts'
import type { CommandType } from './command.ts'
import type { Stage } from './stage.ts'
import { OPEN_STAGES } from './stage.ts'

/** One row of the workflow table: what may lead from where to where, and by whom. The law of the house, as data. */
export type Transition = {
  readonly id: `T${number}`
  readonly from: readonly (Stage | 'none')[]
  readonly to: readonly Stage[]
  readonly command: CommandType
  readonly by: readonly (Role | 'SYSTEM')[]
}

const beforeIssue: readonly Stage[] = OPEN_STAGES.filter((s) => s !== 'DRAFT' && s !== 'ISSUED' && s !== 'DELIVERED' && s !== 'CORRECTION')
const openCases: readonly Stage[] = OPEN_STAGES.filter((s) => s !== 'DRAFT')

export const TRANSITIONS: readonly Transition[] = [
  { id: 'T01', from: ['none'], to: ['DRAFT'], command: 'create', by: ['CITIZEN', 'NEGERI_OFFICER'] },
  { id: 'T02', from: ['DRAFT'], to: ['SUBMITTED'], command: 'submit', by: ['CITIZEN', 'NEGERI_OFFICER'] },
  { id: 'T03', from: ['DRAFT'], to: ['CANCELLED'], command: 'discard', by: ['CITIZEN', 'NEGERI_OFFICER'] },
  { id: 'T04', from: ['SUBMITTED'], to: ['NEGERI_REVIEW'], command: 'claim', by: ['NEGERI_OFFICER'] },
  { id: 'T05', from: ['SUBMITTED'], to: ['FORWARDED'], command: 'autoForward', by: ['SYSTEM'] },
  { id: 'T06', from: ['NEGERI_REVIEW'], to: ['FORWARDED'], command: 'forward', by: ['NEGERI_OFFICER'] },
  { id: 'T07', from: ['NEGERI_REVIEW'], to: ['RETURNED_APPLICANT'], command: 'returnToApplicant', by: ['NEGERI_OFFICER'] },
  { id: 'T08', from: ['RETURNED_APPLICANT'], to: ['SUBMITTED', 'NEGERI_REVIEW', 'VERIFICATION', 'VALIDATION'], command: 'resubmit', by: ['CITIZEN', 'NEGERI_OFFICER'] },
  { id: 'T09', from: ['RETURNED_APPLICANT', 'RETURNED_NEGERI'], to: ['EXPIRED'], command: 'expire', by: ['SYSTEM'] },
  { id: 'T10', from: ['FORWARDED'], to: ['VERIFICATION'], command: 'claim', by: ['OPERATOR'] },
  { id: 'T11', from: ['VERIFICATION'], to: ['RETURNED_NEGERI'], command: 'returnToNegeri', by: ['OPERATOR'] },
  { id: 'T12', from: ['VERIFICATION'], to: ['RETURNED_APPLICANT'], command: 'returnToApplicant', by: ['OPERATOR'] },
  { id: 'T13', from: ['RETURNED_NEGERI'], to: ['VERIFICATION', 'VALIDATION'], command: 'repair', by: ['NEGERI_OFFICER'] },
  { id: 'T14', from: ['RETURNED_NEGERI'], to: ['RETURNED_APPLICANT'], command: 'passOn', by: ['NEGERI_OFFICER'] },
  { id: 'T15', from: ['VERIFICATION'], to: ['SIAK_ENTRY'], command: 'accept', by: ['OPERATOR'] },
  { id: 'T16', from: ['SIAK_ENTRY'], to: ['VALIDATION'], command: 'proposeDraft', by: ['OPERATOR'] },
  { id: 'T17', from: ['VALIDATION'], to: ['SIAK_ENTRY'], command: 'sendBack', by: ['VERIFIER'] },
  { id: 'T18', from: ['VALIDATION'], to: ['RETURNED_NEGERI'], command: 'returnToNegeri', by: ['VERIFIER'] },
  { id: 'T19', from: ['VALIDATION'], to: ['HEAD_APPROVAL'], command: 'approve', by: ['VERIFIER'] },
  { id: 'T20', from: ['VALIDATION'], to: ['AWAITING_TTE'], command: 'approve', by: ['VERIFIER'] },
  { id: 'T21', from: ['HEAD_APPROVAL'], to: ['AWAITING_TTE'], command: 'approveLate', by: ['HEAD'] },
  { id: 'T22', from: ['HEAD_APPROVAL'], to: ['VALIDATION'], command: 'refuseLate', by: ['HEAD'] },
  { id: 'T23', from: ['AWAITING_TTE'], to: ['ISSUED'], command: 'recordSigned', by: ['OPERATOR', 'SYSTEM'] },
  { id: 'T24', from: ['AWAITING_TTE'], to: ['VALIDATION'], command: 'refuseSign', by: ['HEAD'] },
  { id: 'T25', from: ['ISSUED'], to: ['DELIVERED'], command: 'deliver', by: ['NEGERI_OFFICER', 'SYSTEM'] },
  { id: 'T26', from: ['DELIVERED'], to: ['CLOSED'], command: 'confirm', by: ['CITIZEN', 'NEGERI_OFFICER', 'SYSTEM'] },
  { id: 'T27', from: ['ISSUED', 'DELIVERED', 'CLOSED'], to: ['CORRECTION'], command: 'reportError', by: ['CITIZEN', 'NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD'] },
  { id: 'T28', from: ['CORRECTION'], to: ['VALIDATION'], command: 'proposeDraft', by: ['OPERATOR'] },
  { id: 'T29', from: openCases, to: ['REJECTED'], command: 'confirmRejection', by: ['VERIFIER', 'SUPERVISOR'] },
  { id: 'T30', from: beforeIssue, to: ['CANCELLED'], command: 'cancel', by: ['CITIZEN', 'NEGERI_OFFICER'] },
  { id: 'T31', from: openCases, to: ['ON_HOLD', ...openCases], command: 'hold', by: ['SUPERVISOR'] },
  { id: 'T32', from: openCases, to: openCases, command: 'reassign', by: ['SUPERVISOR'] },
  { id: 'T33', from: openCases, to: openCases, command: 'escalate', by: ['SYSTEM', 'SUPERVISOR'] },
]
