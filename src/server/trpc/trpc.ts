import type { TRPCError } from '@trpc/server'
import { initTRPC } from '@trpc/server'
import * as z from 'zod/mini'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { Text } from '#domain/shared/text.ts'
import type { RequestOrigin } from '#server/auth/auth-shell.ts'
import type { SessionPerson } from '#server/auth/session.ts'
import type { Shell } from '#server/shell.ts'
import { faultIdOf } from '#server/fault-id.ts'
import { isCleanText } from './clean-text.ts'
import { findingsOf } from './input-words.ts'
import { FIRST_PASSWORD, FIRST_SECOND_FACTOR, NOT_YOUR_ROLE, Said, say, SIGN_IN_AGAIN } from './said.ts'

export type Context = {
  readonly shell: Shell
  /** Also a session that is held; `signedIn` refuses it. */
  readonly session: SessionPerson | null
  readonly actor: Actor | null
  readonly origin: RequestOrigin
  readonly locale: 'id' | 'en'
}

const INPUT_WRONG: Text = { id: 'Isian tidak dapat diterima.', en: 'The input cannot be accepted.' }
const REQUEST_WRONG: Text = { id: 'Permintaan ini tidak dikenal.', en: 'This request is not known.' }

const t = initTRPC.context<Context>().create({
  isDev: false, // no stack ever leaves the server
  errorFormatter({ shape, error, ctx }) {
    const locale = ctx?.locale ?? 'id'
    const data = { code: shape.data.code, httpStatus: shape.data.httpStatus }
    if (error.cause instanceof Said) return { ...shape, message: error.cause.words[locale], data }
    if (error.code === 'INTERNAL_SERVER_ERROR') {
      const faultId = faultIdOf(error)
      const words = {
        id: `Ada gangguan. Bila menelepon, sebutkan nomor ${faultId}.`,
        en: `Something failed. If you call, quote ${faultId}.`,
      }
      return { ...shape, message: words[locale], data: { ...data, faultId } }
    }
    if (error.cause instanceof z.core.$ZodError) {
      const findings = findingsOf(error.cause.issues).map(({ path, words }) => ({
        path,
        words: words[locale],
      }))
      return { ...shape, message: INPUT_WRONG[locale], data: { ...data, findings } }
    }
    return { ...shape, message: REQUEST_WRONG[locale], data }
  },
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** For whoever comes, signed in or not. */
export const publicProcedure = t.procedure.use(async ({ getRawInput, next }) => {
  if (!isCleanText(await getRawInput())) throw say('BAD_REQUEST', INPUT_WRONG)
  return next()
})

/** For the account page: also while the one-time password or the missing second factor holds the session. */
export const signedInAlsoHeld = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.session) throw say('UNAUTHORIZED', SIGN_IN_AGAIN)
  return next({ ctx: { ...ctx, session: ctx.session, actor: ctx.session.person } })
})

export const signedIn = signedInAlsoHeld.use(({ ctx, next }) => {
  if (ctx.session.held === 'password') throw say('FORBIDDEN', FIRST_PASSWORD)
  if (ctx.session.held === 'second-factor') throw say('FORBIDDEN', FIRST_SECOND_FACTOR)
  return next()
})

/** For these roles only; which cases and people they reach is the procedure's own question. */
export function forRoles(...roles: readonly Role[]) {
  return signedIn.use(({ ctx, next }) => {
    if (!roles.includes(ctx.session.person.role)) throw say('FORBIDDEN', NOT_YOUR_ROLE)
    return next()
  })
}

/** Faults go into the log under the id that the person sees; expected answers do not. */
export function logFault(shell: Pick<Shell, 'log'>, error: TRPCError, path: string | undefined): void {
  if (error.code !== 'INTERNAL_SERVER_ERROR') return
  shell.log.error({ faultId: faultIdOf(error), path, err: error.cause ?? error }, 'fault')
}
