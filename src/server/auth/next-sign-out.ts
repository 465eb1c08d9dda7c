import { stringifySetCookie } from 'cookie'
import { nextShell } from './next-shell.ts'
import { requestOrigin } from './next-request-origin.ts'
import { originAllowed } from './origin.ts'
import { sessionCookieName, tokenIn } from './session-token.ts'
import { signOut } from './sign-out.ts'

/** Ends the session of this browser, everywhere at once, and leads to the sign-in page. */
export async function endThisSession(request: Request): Promise<Response> {
  const shell = nextShell()
  const { https } = shell.config
  if (!originAllowed(shell.config, Object.fromEntries(request.headers)))
    return new Response(null, { status: 403 })
  const token = tokenIn(request.headers.get('cookie') ?? undefined, https)
  if (token !== null) await signOut(shell, token, await requestOrigin())
  const gone = { httpOnly: true, sameSite: 'lax', path: '/', secure: https, maxAge: 0 } as const
  return new Response(null, {
    status: 303,
    headers: {
      location: '/masuk',
      'set-cookie': stringifySetCookie(sessionCookieName(https), '', gone),
      'cache-control': 'private, no-store',
      'clear-site-data': '"cache"', // not "storage": what waits to be sent is kept, sealed for its owner
    },
  })
}
