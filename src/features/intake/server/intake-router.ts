import * as z from 'zod/mini'
import { Uuid } from '#domain/shared/id.ts'
import { reuseFile } from '#server/files/reuse-file.ts'
import { keptWork, settleKept } from '#server/outbox/kept-work.ts'
import { forRoles, router, signedIn } from '#server/trpc/trpc.ts'
import { draftList } from './draft-list.ts'
import { likelyFiled } from './likely-filed.ts'
import { openDraft } from './open-draft.ts'
import { receiptOf } from './receipt.ts'
import { allRegencies, regionsFor } from './region-list.ts'

const OneCase = z.strictObject({ caseId: Uuid })

/** What those who file and repair ask of the server. Every change goes through `case.run`. */
export const intakeRouter = router({
  drafts: forRoles('CITIZEN', 'NEGERI_OFFICER').query(({ ctx }) => draftList(ctx.shell, ctx.actor)),

  open: forRoles('CITIZEN', 'NEGERI_OFFICER')
    .input(z.strictObject({ caseId: Uuid, again: z.optional(z.boolean()) }))
    .query(({ ctx, input }) =>
      openDraft(ctx.shell, ctx.actor, { caseId: input.caseId, again: input.again ?? false }, ctx.origin),
    ),

  /** The same photo for another application of the family: no byte travels again. `why`: it must be sent after all. */
  reuse: forRoles('CITIZEN', 'NEGERI_OFFICER')
    .input(z.strictObject({ fileId: Uuid, caseId: Uuid, newFileId: Uuid }))
    .mutation(async ({ ctx, input }) => ({ why: (await reuseFile(ctx.shell, ctx.actor, input)) ?? null })),

  /** What may have been filed already. An applicant is told nothing of others. */
  likely: forRoles('CITIZEN', 'NEGERI_OFFICER')
    .input(OneCase)
    .query(({ ctx, input }) => likelyFiled(ctx.shell, ctx.actor, input.caseId, ctx.origin)),

  /** What came too late for its case. */
  keptWork: forRoles('SUPERVISOR').query(({ ctx }) => keptWork(ctx.shell, ctx.actor, ctx.origin)),

  settleKept: forRoles('SUPERVISOR')
    .input(z.strictObject({ commandId: Uuid }))
    .mutation(async ({ ctx, input }) => ({
      ok: await settleKept(ctx.shell, ctx.actor, input.commandId, ctx.origin),
    })),

  /** Opens what this person keeps sealed on a device: theirs alone, and only told to whoever is signed in as them. */
  vaultSecret: signedIn.query(({ ctx }) => ({ secret: ctx.shell.sealer.blindIndex('vault', ctx.actor.id) })),

  receipt: signedIn
    .input(OneCase)
    .query(({ ctx, input }) => receiptOf(ctx.shell, ctx.actor, input.caseId, ctx.origin)),
})

/** Names behind codes, for forms and lists; clients keep them. */
export const referenceRouter = router({
  regions: signedIn.query(({ ctx }) => regionsFor(ctx.shell, ctx.actor)),
  regencies: signedIn.query(() => allRegencies()),
})
