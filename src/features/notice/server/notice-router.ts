import * as z from 'zod/mini'
import { ChoicesInput } from '#domain/notice/choices.ts'
import { TOPICS } from '#domain/notice/topic.ts'
import { Uuid } from '#domain/shared/id.ts'
import { Instant } from '#domain/shared/instant.ts'
import { markRead } from '#server/notice/mark-read.ts'
import { Browser } from '#server/notice/push-endpoint.ts'
import { unreadOf } from '#server/notice/unread.ts'
import { forRoles, router, signedIn } from '#server/trpc/trpc.ts'
import { callableAt, followCase, followingOf } from './follow-case.ts'
import { dropBrowser, keepBrowser, keepChoices, ownChoices } from './own-choices.ts'
import { askForMail, confirmMail, dropMail } from './own-mail.ts'
import { readCentre } from './read-centre.ts'

const MOST = 100
const STAFF = ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD'] as const
const ids = z._default(z.array(Uuid).check(z.maxLength(MOST)), [])
const ofCase = z.strictObject({ caseId: Uuid })

/** What a person is told, how they want to be told, and whom they can call. Everything is the caller's own. */
export const noticeRouter = router({
  centre: signedIn
    .input(
      z.strictObject({
        only: z._default(z.nullable(z.enum(['unread', ...TOPICS])), null),
        before: z._default(z.nullable(z.strictObject({ at: Instant, id: Uuid })), null),
      }),
    )
    .query(({ ctx, input }) => readCentre(ctx.shell, ctx.actor, input)),
  unread: signedIn.query(
    async ({ ctx: { shell, actor } }) => (await unreadOf(shell.pool, [actor.id])).get(actor.id) ?? 0,
  ),
  /** Read or unread again: it stays in the list. */
  mark: signedIn
    .input(
      z.strictObject({
        cases: ids,
        digests: ids,
        all: z._default(z.boolean(), false),
        /** Null: up to now. */
        until: z.nullable(Instant),
        read: z.boolean(),
      }),
    )
    .mutation(async ({ ctx: { shell, actor }, input }) => {
      const now = shell.clock()
      await markRead(shell.pool, actor.id, { ...input, until: input.until ?? now }, now)
      return { unread: (await unreadOf(shell.pool, [actor.id])).get(actor.id) ?? 0 }
    }),

  choices: signedIn.query(({ ctx }) => ownChoices(ctx)),
  keepChoices: signedIn.input(ChoicesInput).mutation(async ({ ctx, input }) => {
    await keepChoices(ctx, input)
    return { ok: true } as const
  }),
  askForMail: signedIn
    .input(z.strictObject({ address: z.email().check(z.maxLength(254)) }))
    .mutation(({ ctx, input }) => askForMail(ctx, input.address)),
  confirmMail: signedIn
    .input(z.strictObject({ code: z.string().check(z.regex(/^\s*\d{3}\s?\d{3}\s*$/)) }))
    .mutation(({ ctx, input }) => confirmMail(ctx, input.code.replaceAll(/\s/g, ''))),
  dropMail: signedIn.mutation(({ ctx }) => dropMail(ctx)),
  keepBrowser: signedIn
    .input(Browser)
    .mutation(async ({ ctx, input }) => ({ ok: await keepBrowser(ctx, input) })),
  dropBrowser: signedIn
    .input(z.strictObject({ endpoint: z.string().check(z.maxLength(1000)) }))
    .mutation(async ({ ctx, input }) => {
      await dropBrowser(ctx, input.endpoint)
      return { ok: true } as const
    }),

  following: forRoles(...STAFF)
    .input(ofCase)
    .query(({ ctx, input }) => followingOf(ctx.shell, ctx.actor, input.caseId)),
  follow: forRoles(...STAFF)
    .input(z.strictObject({ caseId: Uuid, on: z.boolean() }))
    .mutation(({ ctx, input }) => followCase(ctx.shell, ctx.actor, input)),
  callable: forRoles(...STAFF)
    .input(ofCase)
    .query(({ ctx, input }) => callableAt(ctx.shell, ctx.actor, input.caseId)),
})
