import type { Uuid } from '#domain/shared/id.ts'
import type { CaseFile, Paper } from './case-file.ts'
import type { Pin } from './pin.ts'

export function pinOf(caseFile: CaseFile, pinId: Uuid): Pin | undefined {
  return caseFile.pins.find((pin) => pin.id === pinId)
}

/** Pins that nobody has settled or taken back. */
export function openPins(caseFile: CaseFile): readonly Pin[] {
  return caseFile.pins.filter(({ state }) => state !== 'good' && state !== 'withdrawn')
}

/** Pins of a return that nobody has looked at since it came back, or that are still wrong. */
export function waitingPins(caseFile: CaseFile): readonly Pin[] {
  return caseFile.pins.filter((pin) => pin.state === 'asked' || pin.state === 'notYet')
}

/** What a return is filled from: everything that waits, and each open pin that says what is wrong. */
export function pinsToReturn(caseFile: CaseFile): readonly Pin[] {
  const waits = new Set(waitingPins(caseFile))
  return caseFile.pins.filter((pin) => waits.has(pin) || (pin.state === 'open' && pin.code !== undefined))
}

/** What lies in the place of this paper now: the last of those that replaced it, or itself. */
export function newestOf(papers: readonly Paper[], fileId: Uuid): Paper | undefined {
  const paper = papers.find((one) => one.fileId === fileId)
  return paper?.replacedBy === undefined ? paper : newestOf(papers, paper.replacedBy)
}
