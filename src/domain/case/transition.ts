import type { Role } from '#domain/access/role.ts'
import type { CommandType } from './command.ts'
import type { Stage } from './stage.ts'
import { OPEN_STAGES, STAGES } from './stage.ts'

/**
 * What a step asks of the lease. `holder`: it must be in the actor's hands. `free`: it may be in nobody else's.
 * `any`: the lease says nothing about it.
 */
export type LeaseNeed = 'holder' | 'free' | 'any'

/** One row of the workflow table: what may lead from where to where, and by whom. The law of the house, as data. */
export type Transition = {
  readonly id: `T${number}`
  readonly from: readonly (Stage | 'none')[]
  readonly to: readonly Stage[]
  readonly command: CommandType
  readonly by: readonly (Role | 'SYSTEM')[]
  readonly lease: LeaseNeed
}

/** Work that leaves a case in its stage: taking it, checking, mending, writing beside it. Same law, same shape. */
export type Work = {
  readonly id: `W${number}`
  readonly in: readonly Stage[]
  readonly command: CommandType
  readonly by: readonly (Role | 'SYSTEM')[]
  readonly lease: LeaseNeed
}

const without = (...left: readonly Stage[]): readonly Stage[] =>
  OPEN_STAGES.filter((stage) => !left.includes(stage))

const openCases = without('DRAFT')
const beforeIssue = without('DRAFT', 'ISSUED', 'DELIVERED', 'CORRECTION')
const holdable = without('DRAFT', 'ON_HOLD')

// A table is read by its rows.
// oxfmt-ignore
export const TRANSITIONS: readonly Transition[] = [
  { id: 'T01', from: ['none'], to: ['DRAFT'], command: 'create', by: ['CITIZEN', 'NEGERI_OFFICER'], lease: 'any' },
  { id: 'T02', from: ['DRAFT'], to: ['SUBMITTED'], command: 'submit', by: ['CITIZEN', 'NEGERI_OFFICER'], lease: 'any' },
  { id: 'T03', from: ['DRAFT'], to: ['CANCELLED'], command: 'discard', by: ['CITIZEN', 'NEGERI_OFFICER'], lease: 'any' },
  { id: 'T04', from: ['SUBMITTED'], to: ['NEGERI_REVIEW'], command: 'claim', by: ['NEGERI_OFFICER'], lease: 'free' },
  { id: 'T05', from: ['SUBMITTED'], to: ['FORWARDED'], command: 'autoForward', by: ['SYSTEM'], lease: 'any' },
  { id: 'T06', from: ['NEGERI_REVIEW'], to: ['FORWARDED'], command: 'forward', by: ['NEGERI_OFFICER'], lease: 'holder' },
  { id: 'T07', from: ['NEGERI_REVIEW'], to: ['RETURNED_APPLICANT'], command: 'returnToApplicant', by: ['NEGERI_OFFICER'], lease: 'holder' },
  { id: 'T08', from: ['RETURNED_APPLICANT'], to: ['SUBMITTED', 'NEGERI_REVIEW', 'VERIFICATION', 'VALIDATION'], command: 'resubmit', by: ['CITIZEN', 'NEGERI_OFFICER'], lease: 'any' },
  { id: 'T09', from: ['RETURNED_APPLICANT', 'RETURNED_NEGERI'], to: ['EXPIRED'], command: 'expire', by: ['SYSTEM'], lease: 'any' },
  { id: 'T10', from: ['FORWARDED'], to: ['VERIFICATION'], command: 'claim', by: ['OPERATOR'], lease: 'free' },
  { id: 'T11', from: ['VERIFICATION'], to: ['RETURNED_NEGERI'], command: 'returnToNegeri', by: ['OPERATOR'], lease: 'holder' },
  { id: 'T12', from: ['VERIFICATION'], to: ['RETURNED_APPLICANT'], command: 'returnToApplicant', by: ['OPERATOR'], lease: 'holder' },
  { id: 'T13', from: ['RETURNED_NEGERI'], to: ['VERIFICATION', 'VALIDATION'], command: 'repair', by: ['NEGERI_OFFICER'], lease: 'free' },
  { id: 'T14', from: ['RETURNED_NEGERI'], to: ['RETURNED_APPLICANT'], command: 'passOn', by: ['NEGERI_OFFICER'], lease: 'free' },
  { id: 'T15', from: ['VERIFICATION'], to: ['SIAK_ENTRY'], command: 'accept', by: ['OPERATOR'], lease: 'holder' },
  { id: 'T16', from: ['SIAK_ENTRY'], to: ['VALIDATION'], command: 'proposeDraft', by: ['OPERATOR'], lease: 'holder' },
  { id: 'T17', from: ['VALIDATION'], to: ['SIAK_ENTRY'], command: 'sendBack', by: ['VERIFIER'], lease: 'holder' },
  { id: 'T18', from: ['VALIDATION'], to: ['RETURNED_NEGERI'], command: 'returnToNegeri', by: ['VERIFIER'], lease: 'holder' },
  { id: 'T19', from: ['VALIDATION'], to: ['HEAD_APPROVAL'], command: 'approve', by: ['VERIFIER'], lease: 'holder' },
  { id: 'T20', from: ['VALIDATION'], to: ['AWAITING_TTE'], command: 'approve', by: ['VERIFIER'], lease: 'holder' },
  { id: 'T21', from: ['HEAD_APPROVAL'], to: ['AWAITING_TTE'], command: 'approveLate', by: ['HEAD'], lease: 'free' },
  { id: 'T22', from: ['HEAD_APPROVAL'], to: ['VALIDATION'], command: 'refuseLate', by: ['HEAD'], lease: 'free' },
  { id: 'T23', from: ['AWAITING_TTE'], to: ['ISSUED'], command: 'recordSigned', by: ['OPERATOR'], lease: 'holder' },
  { id: 'T23', from: ['AWAITING_TTE'], to: ['ISSUED'], command: 'recordSigned', by: ['SYSTEM'], lease: 'any' },
  { id: 'T24', from: ['AWAITING_TTE'], to: ['VALIDATION'], command: 'refuseSign', by: ['HEAD'], lease: 'any' },
  { id: 'T25', from: ['ISSUED'], to: ['DELIVERED'], command: 'deliver', by: ['NEGERI_OFFICER', 'SYSTEM'], lease: 'free' },
  { id: 'T26', from: ['DELIVERED'], to: ['CLOSED'], command: 'confirm', by: ['CITIZEN', 'NEGERI_OFFICER', 'SYSTEM'], lease: 'any' },
  { id: 'T27', from: ['ISSUED', 'DELIVERED', 'CLOSED'], to: ['CORRECTION'], command: 'reportError', by: ['CITIZEN', 'NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD'], lease: 'any' },
  { id: 'T28', from: ['CORRECTION'], to: ['VALIDATION'], command: 'proposeDraft', by: ['OPERATOR'], lease: 'holder' },
  { id: 'T29', from: openCases, to: ['REJECTED'], command: 'confirmRejection', by: ['VERIFIER', 'SUPERVISOR'], lease: 'any' },
  { id: 'T30', from: beforeIssue, to: ['CANCELLED'], command: 'cancel', by: ['CITIZEN', 'NEGERI_OFFICER'], lease: 'any' },
  { id: 'T31', from: holdable, to: ['ON_HOLD'], command: 'hold', by: ['SUPERVISOR'], lease: 'any' },
  { id: 'T31', from: ['ON_HOLD'], to: holdable, command: 'resume', by: ['SUPERVISOR'], lease: 'any' },
  { id: 'T32', from: openCases, to: openCases, command: 'reassign', by: ['SUPERVISOR'], lease: 'any' },
  { id: 'T33', from: openCases, to: openCases, command: 'escalate', by: ['SYSTEM', 'SUPERVISOR'], lease: 'any' },
  { id: 'T34', from: ['DRAFT', 'SUBMITTED', 'NEGERI_REVIEW', 'RETURNED_APPLICANT', 'RETURNED_NEGERI'], to: ['CANCELLED'], command: 'mergeTwin', by: ['NEGERI_OFFICER'], lease: 'free' },
  { id: 'T34', from: beforeIssue, to: ['CANCELLED'], command: 'mergeTwin', by: ['OPERATOR', 'VERIFIER', 'SUPERVISOR'], lease: 'free' },
  { id: 'T35', from: ['CANCELLED'], to: ['DRAFT', ...beforeIssue], command: 'undoTwin', by: ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'SUPERVISOR'], lease: 'any' },
]

const mendable: readonly Stage[] = ['DRAFT', 'RETURNED_APPLICANT', 'RETURNED_NEGERI']
const pairing: readonly Role[] = ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'SUPERVISOR']
const staff: readonly Role[] = ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD']

// A table is read by its rows.
// oxfmt-ignore
export const WORK: readonly Work[] = [
  { id: 'W01', in: ['NEGERI_REVIEW', 'RETURNED_NEGERI', 'ISSUED', 'DELIVERED'], command: 'claim', by: ['NEGERI_OFFICER'], lease: 'free' },
  { id: 'W02', in: ['VERIFICATION', 'SIAK_ENTRY', 'CORRECTION', 'AWAITING_TTE'], command: 'claim', by: ['OPERATOR'], lease: 'free' },
  { id: 'W03', in: ['VALIDATION'], command: 'claim', by: ['VERIFIER'], lease: 'free' },
  { id: 'W04', in: ['HEAD_APPROVAL', 'AWAITING_TTE'], command: 'claim', by: ['HEAD'], lease: 'free' },
  { id: 'W05', in: openCases, command: 'extendClaim', by: ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'HEAD'], lease: 'holder' },
  { id: 'W06', in: openCases, command: 'release', by: ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'HEAD'], lease: 'holder' },
  { id: 'W06', in: openCases, command: 'release', by: ['SYSTEM'], lease: 'any' },
  { id: 'W40', in: ['RETURNED_APPLICANT', 'RETURNED_NEGERI'], command: 'remind', by: ['SYSTEM'], lease: 'any' },
  { id: 'W07', in: ['NEGERI_REVIEW'], command: 'checkItem', by: ['NEGERI_OFFICER'], lease: 'holder' },
  { id: 'W07', in: ['VERIFICATION'], command: 'checkItem', by: ['OPERATOR'], lease: 'holder' },
  { id: 'W07', in: ['VALIDATION'], command: 'checkItem', by: ['VERIFIER'], lease: 'holder' },
  { id: 'W08', in: ['DRAFT', 'RETURNED_APPLICANT'], command: 'edit', by: ['CITIZEN'], lease: 'any' },
  { id: 'W08', in: mendable, command: 'edit', by: ['NEGERI_OFFICER'], lease: 'any' },
  { id: 'W09', in: ['DRAFT', 'RETURNED_APPLICANT'], command: 'settleConflict', by: ['CITIZEN'], lease: 'any' },
  { id: 'W09', in: mendable, command: 'settleConflict', by: ['NEGERI_OFFICER'], lease: 'any' },
  { id: 'W10', in: ['DRAFT', 'RETURNED_APPLICANT'], command: 'addPaper', by: ['CITIZEN'], lease: 'any' },
  { id: 'W10', in: mendable, command: 'addPaper', by: ['NEGERI_OFFICER'], lease: 'any' },
  { id: 'W11', in: ['DRAFT', 'RETURNED_APPLICANT'], command: 'removePaper', by: ['CITIZEN'], lease: 'any' },
  { id: 'W11', in: mendable, command: 'removePaper', by: ['NEGERI_OFFICER'], lease: 'any' },
  { id: 'W12', in: OPEN_STAGES, command: 'setFlags', by: ['NEGERI_OFFICER'], lease: 'any' },
  { id: 'W12', in: openCases, command: 'setFlags', by: ['OPERATOR', 'VERIFIER', 'SUPERVISOR'], lease: 'any' },
  { id: 'W13', in: openCases, command: 'reject', by: ['VERIFIER', 'SUPERVISOR'], lease: 'any' },
  { id: 'W14', in: openCases, command: 'dropRejection', by: ['VERIFIER', 'SUPERVISOR'], lease: 'any' },
  { id: 'W20', in: openCases, command: 'handOver', by: ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'HEAD'], lease: 'any' },
  { id: 'W21', in: openCases, command: 'proposeWork', by: staff, lease: 'any' },
  { id: 'W22', in: ['RETURNED_APPLICANT'], command: 'takeWork', by: ['NEGERI_OFFICER'], lease: 'free' },
  { id: 'W22', in: openCases, command: 'takeWork', by: ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'HEAD'], lease: 'holder' },
  { id: 'W23', in: ['RETURNED_APPLICANT'], command: 'declineWork', by: ['NEGERI_OFFICER'], lease: 'free' },
  { id: 'W23', in: openCases, command: 'declineWork', by: ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'HEAD'], lease: 'holder' },
  { id: 'W23', in: openCases, command: 'declineWork', by: ['SUPERVISOR'], lease: 'free' },
  { id: 'W15', in: STAGES, command: 'writeNote', by: [...staff, 'CITIZEN'], lease: 'any' },
  { id: 'W30', in: STAGES, command: 'linkTwin', by: pairing, lease: 'any' },
  { id: 'W31', in: STAGES, command: 'dismissTwin', by: pairing, lease: 'any' },
  { id: 'W32', in: OPEN_STAGES, command: 'takeTwin', by: pairing, lease: 'any' },
  { id: 'W33', in: STAGES, command: 'undoTwin', by: pairing, lease: 'any' },
  { id: 'W34', in: openCases, command: 'askTwin', by: ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER'], lease: 'any' },
  { id: 'W16', in: openCases, command: 'pinPaper', by: staff, lease: 'any' },
  { id: 'W17', in: openCases, command: 'replyPin', by: staff, lease: 'any' },
  { id: 'W18', in: openCases, command: 'settlePin', by: staff, lease: 'any' },
]

/** One line of either table, as the rules ask for it. */
export type Step = {
  readonly in: readonly (Stage | 'none')[]
  readonly command: CommandType
  readonly by: readonly (Role | 'SYSTEM')[]
  readonly lease: LeaseNeed
  readonly moves: boolean
}

/** Every possible step, moving or not: the single answer to "may this role do this here". */
export const STEPS: readonly Step[] = [
  ...TRANSITIONS.map(({ from, to, command, by, lease }) => ({
    in: from,
    command,
    by,
    lease,
    moves: to !== from,
  })),
  ...WORK.map((work) => ({ ...work, moves: false })),
]

const BY_COMMAND = new Map<CommandType, readonly Step[]>()
for (const step of STEPS) BY_COMMAND.set(step.command, [...(BY_COMMAND.get(step.command) ?? []), step])

/** The step that lets `role` do `command` in `stage`, if the table gives one. */
export function stepFor(
  command: CommandType,
  stage: Stage | 'none',
  role: Role | 'SYSTEM',
): Step | undefined {
  return BY_COMMAND.get(command)?.find((step) => step.in.includes(stage) && step.by.includes(role))
}

/** Does the table ever let this role do this command, in whatever stage? */
export function everMay(command: CommandType, role: Role | 'SYSTEM'): boolean {
  return BY_COMMAND.get(command)?.some((step) => step.by.includes(role)) ?? false
}

/** Who takes cases in this stage: the roles that the table lets claim there. */
export function workersAt(stage: Stage): readonly (Role | 'SYSTEM')[] {
  return (BY_COMMAND.get('claim') ?? []).filter((step) => step.in.includes(stage)).flatMap((step) => step.by)
}
