import * as z from 'zod/mini'
import { CommandEnvelope } from '#domain/case/command.ts'
import { MANY_ACTS, MOST_IN_ONE } from '#domain/case/many.ts'
import { SecretPlace } from '#domain/case/secret-of.ts'
import { Uuid } from '#domain/shared/id.ts'
import { runCommand } from '#server/case/run-command.ts'
import { runEach } from '#server/case/run-each.ts'
import { forRoles, router, signedIn } from '#server/trpc/trpc.ts'
import { colleaguesOf } from './colleagues-of.ts'
import { compareCases } from './compare-cases.ts'
import { openCase } from './open-case.ts'
import { revealField } from './reveal-field.ts'

/** Who takes, gives and hands over. */
const STAFF = ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD'] as const
const Reason = z.string().check(z.trim(), z.minLength(5), z.maxLength(200))

/** Each by its own id, so that a repeated sending does nothing twice. */
const Many = z.array(CommandEnvelope).check(
  z.minLength(1),
  z.maxLength(MOST_IN_ONE),
  z.refine((many) => new Set(many.map((one) => one.commandId)).size === many.length),
  z.refine((many) => many.every(({ command }) => (MANY_ACTS as readonly string[]).includes(command.type))),
)

/** Everything that the case screen asks of the server. Refusals are data in the answer. */
export const caseRouter = router({
  run: signedIn
    .input(CommandEnvelope)
    .mutation(({ ctx, input }) => runCommand(ctx.shell, ctx.actor, input, ctx.origin)),

  runMany: forRoles(...STAFF)
    .input(Many)
    .mutation(({ ctx, input }) => runEach(ctx.shell, ctx.actor, input, ctx.origin)),

  open: signedIn
    .input(z.strictObject({ caseId: Uuid, again: z.optional(z.boolean()) }))
    .query(({ ctx, input }) =>
      openCase(ctx.shell, ctx.actor, { caseId: input.caseId, again: input.again ?? false }, ctx.origin),
    ),

  reveal: signedIn
    .input(z.strictObject({ caseId: Uuid, ...SecretPlace.shape, reason: Reason }))
    .mutation(({ ctx, input }) => revealField(ctx.shell, ctx.actor, input, ctx.origin)),

  compare: forRoles(...STAFF)
    .input(z.strictObject({ caseId: Uuid, other: Uuid }))
    .query(({ ctx, input }) => compareCases(ctx.shell, ctx.actor, input, ctx.origin)),

  colleagues: forRoles(...STAFF)
    .input(z.strictObject({ caseId: Uuid }))
    .query(({ ctx, input }) => colleaguesOf(ctx.shell, ctx.actor, input.caseId)),
})
