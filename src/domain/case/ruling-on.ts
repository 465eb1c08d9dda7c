import type { Uuid } from '#domain/shared/id.ts'
import type { CaseFile } from './case-file.ts'
import type { TwinRuling } from './twin-ruling.ts'

/** The other case of a ruling, as the shell found it for someone who may see it too. */
export type TwinFact = Pick<CaseFile, 'id' | 'number' | 'service' | 'kind' | 'stage'> & {
  /** The case that it was merged into, if it ended so. */
  readonly into?: Uuid
}

/** What was decided of this pair, if anything stands. */
export function rulingOn(caseFile: CaseFile, other: Uuid): TwinRuling | undefined {
  return caseFile.twins?.find((ruling) => ruling.other === other)
}
