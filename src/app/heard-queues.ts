import { cache } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { queuesHeardBy } from '#domain/access/queues-heard-by.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { regenciesWithin } from '#server/page/place-names.ts'

/** The queues that this person hears; asked once per request. */
export const heardQueues = cache(async (me: Actor): Promise<readonly QueueId[]> =>
  queuesHeardBy(me, await regenciesWithin(me.areas)),
)
