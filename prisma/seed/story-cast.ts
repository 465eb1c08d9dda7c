import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { Role } from '#domain/access/role.ts'
import { systemActor } from '#domain/access/system-actor.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { regencyOf } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { pick } from '#domain/service/samples/sample-person.ts'

/** Who plays in one story: the officer of the negeri, and those of the Dinas who may see its cases. */
export type Cast = {
  readonly officer: Actor
  /** A second officer of the same negeri, where there is one: for what the first may not decide alone. */
  readonly colleague: Actor | undefined
  /** The applicant, when they file from an account of their own. */
  readonly citizen: Actor | undefined
  readonly operator: Actor
  readonly otherOperator: Actor
  readonly verifier: Actor
  readonly supervisor: Actor
  readonly head: Actor
  readonly system: Actor
}

/** Picks the people of one case: always those whose role, area and services let them work on it. */
export function castFor(
  people: readonly Actor[],
  service: ServiceId,
  negeri: RegionCode,
  random: () => number,
): Cast {
  const item = { service, negeri, submitted: true, ownerId: '' }
  // There is an officer in each of two hundred negeri: whoever is not of this one need not be asked in full.
  const near = people.filter((one) => one.role !== 'NEGERI_OFFICER' || one.areas.includes(negeri))
  const of = (role: Role): readonly Actor[] => near.filter((one) => one.role === role && maySee(one, item))
  const operators = of('OPERATOR')
  const operator = pick(random, operators)
  const citizens = near.filter((one) => one.role === 'CITIZEN' && maySee(one, { ...item, ownerId: one.id }))
  const officers = of('NEGERI_OFFICER')
  const officer = pick(random, officers)
  return {
    officer,
    colleague: officers.find((one) => one.id !== officer.id),
    citizen: citizens.length > 0 && random() < 0.35 ? pick(random, citizens) : undefined,
    operator,
    otherOperator: operators.find((one) => one.id !== operator.id) ?? operator,
    verifier: pick(random, of('VERIFIER')),
    supervisor: pick(random, of('SUPERVISOR')),
    head: pick(random, of('HEAD')),
    system: systemActor(regencyOf(negeri)),
  }
}
