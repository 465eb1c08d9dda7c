import * as z from 'zod/mini'
import { QueueId } from '#domain/shared/service-id.ts'
import { router, signedIn } from '#server/trpc/trpc.ts'
import { findByIdentity, IdentitySearch } from './find-by-identity.ts'
import { ownQueues } from './own-queues.ts'
import { ClosedSearch, searchClosed } from './search-closed.ts'

const Since = z.strictObject({ queue: QueueId, seq: z.number().check(z.int(), z.nonnegative()) })

/** What the queue's screen asks of the server. Open cases come once and then live; ended ones are searched here. */
export const queueRouter = router({
  mine: signedIn.query(({ ctx }) => ownQueues(ctx.shell, ctx.actor)),

  since: signedIn
    .input(Since)
    .query(({ ctx, input }) => ctx.shell.feed.since(ctx.actor, input.queue, input.seq)),

  // Mutations, although nothing changes: what people type here must not stand in an address.
  searchClosed: signedIn
    .input(ClosedSearch)
    .mutation(({ ctx, input }) => searchClosed(ctx.shell, ctx.actor, input, ctx.origin)),

  findByIdentity: signedIn
    .input(IdentitySearch)
    .mutation(({ ctx, input }) => findByIdentity(ctx.shell, ctx.actor, input.digits, ctx.origin)),
})
