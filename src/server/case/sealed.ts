import type { CaseEvent } from '#domain/case/case-event.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Sealer } from '#server/seal/sealer.ts'

type StoredCase = Omit<CaseFile, 'pins'> & Partial<Pick<CaseFile, 'pins'>>

/** A whole case, sealed for its own row: moved to another it does not open. */
export function sealCase(sealer: Sealer, file: CaseFile): Buffer {
  return sealer.seal(JSON.stringify(file), `case/${file.id}`)
}

export function openCase(sealer: Sealer, caseId: string, sealed: Uint8Array): CaseFile {
  // Authenticated: nobody else could have written it. One from before there were pins has none.
  return { pins: [], ...(JSON.parse(sealer.open(sealed, `case/${caseId}`)) as StoredCase) }
}

export function sealEvent(sealer: Sealer, event: CaseEvent): Buffer {
  return sealer.seal(JSON.stringify(event), `case/${event.caseId}/event/${event.version}`)
}

export function openEvent(sealer: Sealer, caseId: string, version: number, sealed: Uint8Array): CaseEvent {
  return JSON.parse(sealer.open(sealed, `case/${caseId}/event/${version}`)) as CaseEvent
}
