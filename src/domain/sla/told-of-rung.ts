import type { Actor } from '#domain/access/actor.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Stage } from '#domain/case/stage.ts'
import { workersAt } from '#domain/case/transition.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { contains } from '#domain/shared/region-tree.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Rung } from './ladder.ts'

/** What of a case decides who hears of a rung. */
export type ClimbedCase = {
  readonly service: ServiceId
  readonly negeri: RegionCode
  readonly stage: Stage
  readonly ownerId: string
  readonly holder: QueueRow['holder']
}

/** From this rung on a day's digest is soon enough: it asks for a decision, not for a hand. */
export const DAILY_FROM: Rung = 4

/**
 * Who is told of a rung, by the ladder: E0 nobody but the list; E1 whose case it is; E2 the supervisor too; E3 the
 * supervisor, and the applicant's side gets an apology with a new date; E4 the head; E5 and E6 the leadership too.
 * Nobody hears of a case outside their area and services.
 */
export function toldOfRung(rung: Rung, climbed: ClimbedCase, people: readonly Actor[]): readonly Actor[] {
  const near = people.filter(
    ({ areas, services }) =>
      areas.some((area) => contains(area, climbed.negeri)) &&
      (services.length === 0 || services.includes(climbed.service)),
  )
  const ofRole = (...roles: readonly Actor['role'][]) => near.filter(({ role }) => roles.includes(role))
  switch (rung) {
    case 0:
      return []
    case 1:
      return atWork(climbed, near)
    case 2:
      return distinct([...atWork(climbed, near), ...ofRole('SUPERVISOR')])
    case 3:
      return distinct([...ofRole('SUPERVISOR'), ...near.filter(({ id }) => id === climbed.ownerId)])
    case 4:
      return ofRole('HEAD')
    case 5:
    case 6:
      return ofRole('HEAD', 'LEADERSHIP')
  }
}

/** Whoever has it in hand; while nobody has, everyone who may take it. */
function atWork({ holder, stage }: ClimbedCase, near: readonly Actor[]): readonly Actor[] {
  const held = near.filter(({ id }) => id === holder?.id)
  if (held.length > 0) return held
  const workers = workersAt(stage)
  return near.filter(({ role }) => workers.includes(role))
}

function distinct(people: readonly Actor[]): readonly Actor[] {
  return [...new Map(people.map((one) => [one.id, one])).values()]
}
