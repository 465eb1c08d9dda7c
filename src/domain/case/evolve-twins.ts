import type { CaseEvent } from './case-event.ts'
import type { CaseFile } from './case-file.ts'
import { enter, without } from './change.ts'
import type { TwinHappening, TwinRuling } from './twin-ruling.ts'

type TwinEvent = Extract<CaseEvent, { type: TwinHappening['type'] }>

const RULING = {
  TwinLinked: 'linked',
  TwinDismissed: 'different',
  TwinEnded: 'ended',
  TwinTaken: 'taken',
} as const

/** A case after something was decided of it and its likely double. A merge ends it, taking that back reopens it. */
export function afterTwin(file: CaseFile, event: TwinEvent): CaseFile {
  const { by, at } = event
  const twins = file.twins ?? []
  if (event.type === 'TwinAsked') {
    const rulings = twins.filter((ruling) => ruling.ruling !== 'asked')
    return { ...file, twins: [...rulings, { other: '', ruling: 'asked', by, at }] }
  }
  // A question is answered by the ruling of someone else.
  const others = twins.filter(
    (ruling) => ruling.other !== event.other && (ruling.ruling !== 'asked' || ruling.by.id === by.id),
  )
  if (event.type === 'TwinUndone') {
    const undone = { ...file, twins: others }
    return event.reopens === undefined ? undone : enter(without(undone, 'ended'), event, event.reopens)
  }
  const ruling: TwinRuling = {
    other: event.other,
    ...(event.number === undefined ? {} : { number: event.number }),
    ruling: RULING[event.type],
    ...(event.type === 'TwinDismissed' ? { reason: event.reason } : {}),
    ...(event.type === 'TwinEnded' ? { from: file.stage } : {}),
    by,
    at,
  }
  const ruled = { ...file, twins: [...others, ruling] }
  return event.type === 'TwinEnded'
    ? enter({ ...ruled, ended: { reason: event.words, at, by } }, event, 'CANCELLED')
    : ruled
}
