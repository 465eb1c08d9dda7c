import * as z from 'zod/mini'
import { QueueId } from '#domain/shared/service-id.ts'
import { Uuid } from '#domain/shared/id.ts'
import { forRoles, router, signedIn } from '#server/trpc/trpc.ts'
import { findByIdentity, IdentitySearch } from './find-by-identity.ts'
import { ownQueues } from './own-queues.ts'
import {
  DefaultInput,
  dropView,
  pinView,
  savedViews,
  saveView,
  setDefaultView,
  ViewInput,
} from './saved-views.ts'
import { ClosedSearch, searchClosed } from './search-closed.ts'
import { visitCases } from './visit-cases.ts'

const Since = z.strictObject({ queue: QueueId, seq: z.number().check(z.int(), z.nonnegative()) })

const STAFF = ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD'] as const
/** Whoever has a list keeps views of it; an applicant for themselves only. */
const KEEPERS = ['CITIZEN', ...STAFF] as const

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

  visitCases: forRoles(...STAFF).query(({ ctx }) => visitCases(ctx.shell, ctx.actor)),

  views: forRoles(...KEEPERS).query(({ ctx }) => savedViews(ctx.shell, ctx.actor)),

  saveView: forRoles(...KEEPERS)
    .input(ViewInput)
    .mutation(async ({ ctx, input }) => ({ ok: await saveView(ctx.shell, ctx.actor, input) })),

  pinView: forRoles(...KEEPERS)
    .input(z.strictObject({ id: Uuid, pinned: z.boolean() }))
    .mutation(async ({ ctx, input }) => ({
      ok: await pinView(ctx.shell, ctx.actor, input.id, input.pinned),
    })),

  dropView: forRoles(...KEEPERS)
    .input(z.strictObject({ id: Uuid }))
    .mutation(async ({ ctx, input }) => ({ ok: await dropView(ctx.shell, ctx.actor, input.id) })),

  setDefaultView: forRoles('SUPERVISOR')
    .input(DefaultInput)
    .mutation(async ({ ctx, input }) => ({ ok: await setDefaultView(ctx.shell, ctx.actor, input) })),
})
