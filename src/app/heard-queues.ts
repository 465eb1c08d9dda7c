import { cache } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { roomsHeardBy } from '#domain/access/may-see.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { queueOf, SERVICES } from '#domain/shared/service-id.ts'
import { regenciesWithin } from '#server/page/place-names.ts'

/** The queues that this person hears, in the order of the services; asked once per request. */
export const heardQueues = cache(async (me: Actor): Promise<readonly QueueId[]> => {
  const regencies = await regenciesWithin(me.areas)
  return SERVICES.flatMap((service) => regencies.map((regency) => queueOf(regency, service))).filter(
    (queue) => roomsHeardBy(me, queue).length > 0,
  )
})
