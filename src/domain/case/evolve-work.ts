import type { CaseEvent } from './case-event.ts'
import type { CaseFile } from './case-file.ts'
import { hold } from './change.ts'

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>

/** Into a colleague's hands; who gave it, and the note, are read before anything else. */
export function afterHandOver(file: CaseFile, event: Of<'HandedOver'>): CaseFile {
  const { by, to, note, at, until } = event
  const desk = { ...file.desk, [file.stage]: to }
  return hold({ ...file, desk, handedOver: { by, to, note, at } }, to, at, until)
}

export function afterProposal(file: CaseFile, event: Of<'WorkProposed'>): CaseFile {
  const { proposalId: id, work, by, at, writtenAt } = event
  const proposal = { id, work, by, at, ...(writtenAt === undefined ? {} : { writtenAt }) }
  return { ...file, proposals: [...(file.proposals ?? []), proposal] }
}

export function afterProposalSettled(file: CaseFile, event: Of<'WorkTaken' | 'WorkDeclined'>): CaseFile {
  const { by, at } = event
  const settled =
    event.type === 'WorkTaken' ? { taken: true, by, at } : { taken: false, by, at, reason: event.reason }
  const proposals = (file.proposals ?? []).map((one) =>
    one.id === event.proposalId && one.settled === undefined ? { ...one, settled } : one,
  )
  return { ...file, proposals }
}
