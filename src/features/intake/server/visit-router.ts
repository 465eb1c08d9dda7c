import * as z from 'zod/mini'
import { CARRIER_ROLES } from '#domain/intake/boat/carrier-roles.ts'
import { Visit } from '#domain/intake/visit/visit.ts'
import { Uuid } from '#domain/shared/id.ts'
import { forRoles, router } from '#server/trpc/trpc.ts'
import { keepVisit } from '#server/visit/keep-visit.ts'
import { seeVisit, visitsFor } from '#server/visit/see-visits.ts'

const staff = forRoles(...CARRIER_ROLES)

/** Days of jemput bola: kept by the team that goes out, read by the Dinas. */
export const visitRouter = router({
  list: staff.query(({ ctx }) => visitsFor(ctx.shell, ctx.actor)),

  open: staff
    .input(z.strictObject({ id: Uuid }))
    .query(async ({ ctx, input }) => (await seeVisit(ctx.shell, ctx.actor, input.id, ctx.origin)) ?? null),

  /** Merges this device's copy into the Dinas's and answers the whole; null: not this person's place. */
  keep: forRoles('NEGERI_OFFICER')
    .input(z.strictObject({ visit: Visit }))
    .mutation(async ({ ctx, input }) => (await keepVisit(ctx.shell, ctx.actor, input.visit)) ?? null),
})
