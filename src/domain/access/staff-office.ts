import { regencyOf } from '#domain/shared/region-tree.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { Actor } from './actor.ts'
import { sideOf } from './may-see.ts'

/**
 * The office that a member of the staff belongs to: the negeri of a negeri officer, the kabupaten of the Dinas.
 * Nothing for an applicant, and for who opens no case.
 */
export function staffOffice(actor: Actor): RegionCode | undefined {
  const [area] = actor.areas
  const side = sideOf(actor)
  if (area === undefined || (side !== 'negeri' && side !== 'dinas')) return undefined
  return side === 'negeri' ? area : regencyOf(area)
}
