import { normaliseDigits } from '#domain/shared/sixteen-digits.ts'
import { rowsIn, textIn } from '#domain/service/read-answers.ts'
import type { CaseFile } from './case-file.ts'
import type { Facts } from './facts.ts'
import type { Refusal } from './refusal.ts'

export type Mover = { readonly nik: string; readonly name: string }

/** Who moves with this case; nobody where the case is no move. */
export function moversOf(caseFile: CaseFile): readonly Mover[] {
  if (caseFile.service !== 'SKPWNI') return []
  return rowsIn(caseFile.answers, 'members').flatMap((row) => {
    const nik = normaliseDigits(textIn(row, 'nik'))
    return /^\d{16}$/.test(nik) ? [{ nik, name: textIn(row, 'name') }] : []
  })
}

/**
 * Nobody moves to two places: a person who stands in a move that is under way cannot be sent in with another one. A
 * draft binds nobody, an ended case neither. Refused with the names that the sender wrote, never with the other case.
 */
export function refusedByAnotherMove({ movingElsewhere = [] }: Facts): Refusal | undefined {
  return movingElsewhere.length > 0 ? { why: 'member-moving', names: movingElsewhere } : undefined
}
