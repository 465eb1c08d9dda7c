import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { cookies } from 'next/headers'
import { faultIdOf } from '#server/fault-id.ts'
import type { AuthShell } from './auth-shell.ts'
import { isDemo } from './auth-shell.ts'
import { KNOWN_DEVICE_COOKIE } from './known-device.ts'
import { ABSOLUTE_MS } from './session.ts'
import { cookieName, SESSION_COOKIE, sessionCookieName } from './session-token.ts'
import { requestOrigin } from './next-request-origin.ts'
import { signInAsDemo, signInWithCode, signInWithPassword } from './sign-in.ts'
import type { From, SignInAnswer } from './sign-in.ts'
import { CODE_TICKET_COOKIE, CSRF_COOKIE, TARGET_COOKIE, TYPED_NAME_COOKIE } from './sign-in-cookies.ts'
import { reasonText } from './sign-in-reason.ts'
import { signOut } from './sign-out.ts'

/**
 * next-auth over our own session table. Its token is not a JWT: encode and decode pass our random id through, so that
 * the cookie says nothing and the database alone decides what it opens.
 */
export function nextAuthOptions(shell: AuthShell): NextAuthOptions {
  const { https } = shell.config
  const base = { httpOnly: true, sameSite: 'lax', path: '/', secure: https } as const
  const field = (name: string) => ({ name: cookieName(name, https), options: base })
  return {
    providers: isDemo(shell.config)
      ? [passwordProvider(shell), demoProvider(shell)]
      : [passwordProvider(shell)],
    session: { strategy: 'jwt', maxAge: ABSOLUTE_MS / 1000 },
    jwt: {
      encode: ({ token }) => (typeof token?.['sid'] === 'string' ? token['sid'] : ''),
      decode: ({ token }) => (token ? { sid: token } : null),
    },
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? (user as { token?: string }).token : token['sid'] }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        await signOut(shell, String(token['sid']), await requestOrigin())
      },
    },
    cookies: {
      sessionToken: { name: sessionCookieName(https), options: base },
      csrfToken: field(CSRF_COOKIE),
      callbackUrl: field(TARGET_COOKIE),
    },
    pages: { signIn: '/masuk', error: '/masuk', signOut: '/masuk' },
    logger: {
      error: (code) => shell.log.warn({ code }, 'next-auth'),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

const inputs = { username: {}, password: {}, code: {} }

function passwordProvider(shell: AuthShell) {
  return CredentialsProvider({
    id: 'credentials',
    credentials: inputs,
    authorize: (given) =>
      settle(shell, String(given?.username ?? ''), (from, ticket) =>
        given?.code === undefined
          ? signInWithPassword(shell, String(given?.username ?? ''), String(given?.password ?? ''), from)
          : signInWithCode(shell, ticket, given.code, from),
      ),
  })
}

function demoProvider(shell: AuthShell) {
  return CredentialsProvider({
    id: 'demo',
    credentials: inputs,
    authorize: (given) =>
      settle(shell, '', (from) => signInAsDemo(shell, String(given?.username ?? ''), from)),
  })
}

/** Asks, sets the small cookies of the sign-in page, and turns a refusal into the error that next-auth knows. */
async function settle(
  shell: AuthShell,
  typedName: string,
  ask: (from: From, ticket: string) => Promise<SignInAnswer>,
): Promise<{ id: string; token: string }> {
  const { https } = shell.config
  const jar = await cookies()
  const read = (name: string) => jar.get(cookieName(name, https))?.value
  const keep = (name: string, value: string, maxAge: number) =>
    jar.set(cookieName(name, https), value, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: https,
      maxAge,
    })
  const from: From = { ...(await requestOrigin()), deviceCookie: read(KNOWN_DEVICE_COOKIE) }
  const answer = await ask(from, read(CODE_TICKET_COOKIE) ?? '').catch((error: unknown) => {
    const fault = error instanceof Error ? error : new Error('unknown')
    shell.log.error({ faultId: faultIdOf(fault), err: fault }, 'fault at sign-in')
    throw new Error(`gangguan.${faultIdOf(fault)}`)
  })
  if (!answer.ok) {
    if (answer.refusal.why === 'code-needed') keep(CODE_TICKET_COOKIE, answer.refusal.ticket, 300)
    if (typedName !== '') keep(TYPED_NAME_COOKIE, encodeURIComponent(typedName.slice(0, 100)), 120)
    throw new Error(reasonText(answer.refusal))
  }
  const before = read(SESSION_COOKIE)
  if (before !== undefined) await signOut(shell, before, from) // one browser, one session
  keep(KNOWN_DEVICE_COOKIE, answer.deviceCookie, 180 * 24 * 3600)
  keep(CODE_TICKET_COOKIE, '', 0)
  keep(TYPED_NAME_COOKIE, '', 0)
  return { id: answer.personId, token: answer.session.token }
}
