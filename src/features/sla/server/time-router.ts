import * as z from 'zod/mini'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'
import { router, signedIn } from '#server/trpc/trpc.ts'

/** What time it is at the server, and the rules that its clocks go by. */
export const timeRouter = router({
  rules: signedIn
    .input(z.strictObject({ known: z.number().check(z.int(), z.gte(-1)) }))
    .query(async ({ ctx, input }) => {
      const { rules } = await clockworkInForce(ctx.shell.pool)
      return { now: ctx.shell.clock(), rules: rules.version === input.known ? null : rules }
    }),
})
