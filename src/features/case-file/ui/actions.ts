import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CaseCommand, CommandType } from '#domain/case/command.ts'
import type { Facts } from '#domain/case/facts.ts'
import { possibleActions } from '#domain/case/may-do.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { stepFor } from '#domain/case/transition.ts'

/** Where an act stands on the screen: the way on (one primary), the way back, beside it, or in the list of the rest. */
export type ActionPlace = 'on' | 'back' | 'side' | 'rest'

export type ActionSpec = {
  readonly command: CommandType
  readonly place: ActionPlace
  /** The key of the desk that does it. */
  readonly key?: string
  /** Done at once; everything else opens a dialog first. */
  readonly direct?: boolean
}

/** What the case screen offers, in the order in which it stands. Drafting and repairing have a screen of their own. */
export const ACTIONS: readonly ActionSpec[] = [
  { command: 'release', place: 'side', key: 'L', direct: true },
  { command: 'claim', place: 'on', key: 'A', direct: true },
  { command: 'forward', place: 'on', key: 'T', direct: true },
  { command: 'accept', place: 'on', key: 'T' },
  { command: 'proposeDraft', place: 'on', key: 'T' },
  { command: 'approve', place: 'on', key: 'T', direct: true },
  { command: 'approveLate', place: 'on', key: 'T' },
  { command: 'recordSigned', place: 'on', key: 'T' },
  { command: 'deliver', place: 'on', key: 'T' },
  { command: 'confirm', place: 'on', key: 'T', direct: true },
  { command: 'resume', place: 'on', key: 'T' },
  { command: 'confirmRejection', place: 'on' },
  { command: 'returnToNegeri', place: 'back', key: 'R' },
  { command: 'returnToApplicant', place: 'back', key: 'R' },
  { command: 'sendBack', place: 'back' },
  { command: 'refuseLate', place: 'back', key: 'R' },
  { command: 'refuseSign', place: 'back', key: 'R' },
  { command: 'dropRejection', place: 'back' },
  { command: 'handOver', place: 'rest', key: 'H' },
  { command: 'passOn', place: 'rest' },
  { command: 'setFlags', place: 'rest' },
  { command: 'reportError', place: 'rest' },
  { command: 'reassign', place: 'rest', key: 'H' },
  { command: 'hold', place: 'rest' },
  { command: 'escalate', place: 'rest' },
  { command: 'reject', place: 'rest' },
  { command: 'cancel', place: 'rest' },
]

export type Action = ActionSpec & { readonly refusal: Refusal | null }
export type Actions = { readonly [place in ActionPlace]: readonly Action[] }

/**
 * What this person can do now, by the same rules that the server asks. In the foot stands what the table gives this
 * role in this stage, possible or not; the list of the rest names everything else of the role with its reason.
 */
export function actionsFor(file: CaseFile, actor: Actor, facts: Facts): Actions {
  const possible = possibleActions(file, actor, facts)
  const all = ACTIONS.flatMap((spec): readonly Action[] => {
    const found = possible.find((one) => one.command === spec.command)
    return found ? [{ ...spec, refusal: found.refusal }] : []
  })
  const here = (action: Action) => stepFor(action.command, file.stage, actor.role) !== undefined
  const shown = all.filter((action) => here(action) && !isNoise(action, all, file.holder?.id === actor.id))
  const at = (place: ActionPlace) => shown.filter((action) => action.place === place)
  const inFoot = new Set([...at('on'), ...at('back'), ...at('side')].map((action) => action.command))
  return {
    on: at('on'),
    back: at('back'),
    side: at('side'),
    rest: all.filter((action) => !inFoot.has(action.command)),
  }
}

/**
 * Taking what one holds, and letting go of what one does not, are no buttons. While the case waits to be taken, or
 * someone else is at it, one reason beside the taking is enough: the other steps stand in the list of the rest.
 */
function isNoise(action: Action, all: readonly Action[], mine: boolean): boolean {
  const why = action.refusal?.why
  if (action.command === 'claim') return mine || (why !== undefined && why !== 'held-by-other')
  if (action.command === 'release') return why !== undefined
  if (why === 'applicant-has-no-account' || why === 'no-rejection-pending') return true
  const claim = all.find((one) => one.command === 'claim')?.refusal
  if (why === 'held-by-other') return claim?.why === 'held-by-other'
  return why === 'not-held' && claim === null && action.place !== 'on'
}

/** The command of an act that needs nothing more than to be done. */
export function directCommand(command: CommandType): CaseCommand | undefined {
  switch (command) {
    case 'claim':
    case 'release':
    case 'forward':
    case 'approve':
    case 'confirm':
    case 'extendClaim':
      return { type: command }
    default:
      return undefined
  }
}
