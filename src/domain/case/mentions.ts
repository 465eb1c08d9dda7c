import type { CaseFile } from './case-file.ts'
import type { Facts } from './facts.ts'
import type { Refusal } from './refusal.ts'

export const OFFICE = 'office:'
export const DINAS_OFFICE = 'office:dinas'

/** Offices that may be called at a case: its own negeri and the Dinas. */
export function officesOf(caseFile: Pick<CaseFile, 'negeri'>): readonly string[] {
  return [DINAS_OFFICE, `${OFFICE}${caseFile.negeri}`]
}

/**
 * Nobody is called who may not see the case: an office must be one of its own, a person one of those that the shell
 * found (`facts.mentioned`). A screen that cannot know leaves it to the server.
 */
export function refusedMention(
  caseFile: CaseFile,
  mentions: readonly string[],
  facts: Facts,
): Refusal | undefined {
  const offices = officesOf(caseFile)
  const strange = mentions.find((id) =>
    id.startsWith(OFFICE) ? !offices.includes(id) : facts.mentioned?.includes(id) === false,
  )
  return strange === undefined ? undefined : { why: 'unknown-person' }
}
