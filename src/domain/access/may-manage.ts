import type { RegionCode } from '#domain/shared/region-code.ts'
import { contains, NegeriCode } from '#domain/shared/region-code.ts'
import type { Actor } from './actor.ts'
import type { Role } from './role.ts'

/**
 * May this person keep the other's account? Only an administrator, and only when every area of the other lies within
 * their own: nobody hands out, or reaches into, more than they have.
 */
export function mayManage(actor: Actor, areas: readonly RegionCode[]): boolean {
  return (
    actor.role === 'ADMIN' &&
    areas.length > 0 &&
    areas.every((area) => actor.areas.some((own) => contains(own, area)))
  )
}

/** A negeri officer and an applicant belong to a negeri; everyone else to any region. */
export function areasFit(role: Role, areas: readonly RegionCode[]): boolean {
  if (role !== 'NEGERI_OFFICER' && role !== 'CITIZEN') return true
  return areas.every((area) => NegeriCode.safeParse(area).success)
}
