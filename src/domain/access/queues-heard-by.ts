import type { QueueId } from '#domain/shared/service-id.ts'
import { queueOf, SERVICES } from '#domain/shared/services.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { Actor } from './actor.ts'
import { roomsHeardBy } from './may-see.ts'

/**
 * The queues of these kabupaten that this person hears, in the order of the services. Which kabupaten lie within an area
 * above them only a database knows; whoever works in one negeri knows their own.
 */
export function queuesHeardBy(actor: Actor, regencies: readonly RegionCode[]): readonly QueueId[] {
  return SERVICES.flatMap((service) => regencies.map((regency) => queueOf(regency, service))).filter(
    (queue) => roomsHeardBy(actor, queue).length > 0,
  )
}
