import type { Actor } from '#domain/access/actor.ts'
import { roomsHeardBy } from '#domain/access/may-see.ts'
import { regencyOf } from '#domain/shared/region-code.ts'
import { QueueId, SERVICES, queueOf } from '#domain/shared/service-id.ts'

/**
 * The queues a screen follows, without asking the database: those of the person's kabupaten, and, for an area as wide
 * as a province, those that the screen has and may hear.
 */
export function heardQueues(actor: Actor, named: readonly string[]): readonly QueueId[] {
  const regencies = actor.areas.filter((area) => area.length >= 5).map(regencyOf)
  const own = regencies.flatMap((regency) => SERVICES.map((service) => queueOf(regency, service)))
  const wide = named.filter((queue) => QueueId.safeParse(queue).success)
  return [...new Set([...own, ...wide])].filter((queue) => roomsHeardBy(actor, queue).length > 0)
}
