import * as z from 'zod/mini'
import { tellEverywhere, tellHere } from '#server/auth/session-news.ts'
import { router, signedInAlsoHeld } from '#server/trpc/trpc.ts'
import { changePassword } from './own-account.ts'
import { beginSecondFactor, finishSecondFactor, removeSecondFactor } from './own-second-factor.ts'
import { endSession, ownSessions } from './sessions.ts'

const Password = z.string().check(z.minLength(1), z.maxLength(1000))
const SessionId = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const Code = z.string().check(z.regex(/^\s*\d{3}\s?\d{3}\s*$/))

/** One's own account: open also to a session that must first change its password or set up its second factor. */
export const accountRouter = router({
  me: signedInAlsoHeld.query(({ ctx }) => {
    const { person, held, secondFactor, sessionId } = ctx.session
    return { ...person, held, secondFactor, sessionId }
  }),
  sessions: signedInAlsoHeld.query(({ ctx }) => ownSessions(ctx.shell, ctx.actor)),
  endSession: signedInAlsoHeld
    .input(z.strictObject({ sessionId: SessionId }))
    // As a plain person, also for an administrator: here only one's own.
    .mutation(({ ctx, input }) =>
      endSession({ ...ctx, actor: { ...ctx.actor, areas: [] } }, input.sessionId),
    ),

  changePassword: signedInAlsoHeld
    .input(z.strictObject({ current: Password, next: Password }))
    .mutation(({ ctx, input }) => changePassword(ctx, input.current, input.next)),
  beginSecondFactor: signedInAlsoHeld
    .input(z.strictObject({ password: Password }))
    .mutation(({ ctx, input }) => beginSecondFactor(ctx, input.password)),
  finishSecondFactor: signedInAlsoHeld
    .input(z.strictObject({ ticket: z.string().check(z.maxLength(600)), code: Code }))
    .mutation(({ ctx, input }) => finishSecondFactor(ctx, input.ticket, input.code.replaceAll(/\s/g, ''))),
  removeSecondFactor: signedInAlsoHeld
    .input(z.strictObject({ password: Password }))
    .mutation(({ ctx, input }) => removeSecondFactor(ctx, input.password)),

  setLocale: signedInAlsoHeld
    .input(z.strictObject({ locale: z.enum(['id', 'en']) }))
    .mutation(async ({ ctx, input }) => {
      const { id } = ctx.session.person
      await ctx.shell.pool.query('update person set locale = $2 where id = $1', [id, input.locale])
      await tellEverywhere(ctx.shell.pool, { kind: 'changed', personId: id })
      tellHere(ctx.shell.pool, { kind: 'changed', personId: id })
      return { ok: true } as const
    }),
})
