import * as z from 'zod/mini'
import { CARRIER_ROLES } from '#domain/intake/boat/carrier-roles.ts'
import { Uuid } from '#domain/shared/id.ts'
import { broughtBy, broughtOne, receiptOf } from '#server/boat/consignment-view.ts'
import { ownDevices, registerDevice, revokeDevice } from '#server/boat/device-keys.ts'
import { decideHeld, heldFor } from '#server/boat/held-consignments.ts'
import { forRoles, router } from '#server/trpc/trpc.ts'

const One = z.strictObject({ id: Uuid })
const carriers = forRoles(...CARRIER_ROLES)

/** Files that come by boat: the phone's key, what a carrier brought, and what waits for the supervisor. */
export const boatRouter = router({
  registerDevice: forRoles('NEGERI_OFFICER')
    .input(z.strictObject({ publicKey: z.string().check(z.regex(/^[A-Za-z0-9+/]{80,400}={0,2}$/)) }))
    .mutation(({ ctx, input }) => registerDevice(ctx.shell, ctx.actor, input.publicKey, ctx.origin)),

  devices: forRoles('NEGERI_OFFICER').query(({ ctx }) => ownDevices(ctx.shell, ctx.actor)),

  revokeDevice: forRoles('NEGERI_OFFICER')
    .input(z.strictObject({ deviceKeyId: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }))
    .mutation(async ({ ctx, input }) => ({
      ok: await revokeDevice(ctx.shell, ctx.actor, input.deviceKeyId, ctx.origin),
    })),

  brought: carriers.query(({ ctx }) => broughtBy(ctx.shell, ctx.actor)),

  consignment: carriers
    .input(One)
    .query(async ({ ctx, input }) => (await broughtOne(ctx.shell, ctx.actor, input.id)) ?? null),

  receipt: carriers
    .input(One)
    .query(async ({ ctx, input }) => (await receiptOf(ctx.shell, ctx.actor, input.id)) ?? null),

  held: forRoles('SUPERVISOR').query(({ ctx }) => heldFor(ctx.shell, ctx.actor)),

  decide: forRoles('SUPERVISOR')
    .input(
      z.strictObject({
        id: Uuid,
        accept: z.boolean(),
        reason: z.string().check(z.trim(), z.minLength(5), z.maxLength(300)),
      }),
    )
    .mutation(async ({ ctx, input }) => ({
      ok: await decideHeld(ctx.shell, ctx.actor, input, ctx.origin),
    })),
})
