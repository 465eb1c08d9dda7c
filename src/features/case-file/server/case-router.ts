import * as z from 'zod/mini'
import { CommandEnvelope } from '#domain/case/command.ts'
import { SecretPlace } from '#domain/case/secret-of.ts'
import { Uuid } from '#domain/shared/id.ts'
import { runCommand } from '#server/case/run-command.ts'
import { forRoles, router, signedIn } from '#server/trpc/trpc.ts'
import { colleaguesOf } from './colleagues-of.ts'
import { openCase } from './open-case.ts'
import { revealField } from './reveal-field.ts'

const Reason = z.string().check(z.trim(), z.minLength(5), z.maxLength(200))

/** Everything that the case screen asks of the server. Refusals are data in the answer. */
export const caseRouter = router({
  run: signedIn
    .input(CommandEnvelope)
    .mutation(({ ctx, input }) => runCommand(ctx.shell, ctx.actor, input, ctx.origin)),

  open: signedIn
    .input(z.strictObject({ caseId: Uuid, again: z.optional(z.boolean()) }))
    .query(({ ctx, input }) =>
      openCase(ctx.shell, ctx.actor, { caseId: input.caseId, again: input.again ?? false }, ctx.origin),
    ),

  reveal: signedIn
    .input(z.strictObject({ caseId: Uuid, ...SecretPlace.shape, reason: Reason }))
    .mutation(({ ctx, input }) => revealField(ctx.shell, ctx.actor, input, ctx.origin)),

  colleagues: forRoles('SUPERVISOR')
    .input(z.strictObject({ caseId: Uuid }))
    .query(({ ctx, input }) => colleaguesOf(ctx.shell, ctx.actor, input.caseId)),
})
