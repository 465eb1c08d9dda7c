import { cookies } from 'next/headers'
import { ownPath } from './answer-location.ts'
import { nextShell } from './next-shell.ts'
import { cookieName } from './session-token.ts'
import { CODE_TICKET_COOKIE, CSRF_COOKIE, TARGET_COOKIE, TYPED_NAME_COOKIE } from './sign-in-cookies.ts'

export type SignInCookies = {
  /** next-auth's token for the hidden field; it is checked there against the hash beside it. */
  readonly csrf: string | undefined
  readonly typedName: string
  readonly codeAsked: boolean
  /** Where to go afterwards: a path on this host, whatever the address asked for. */
  readonly target: string
}

/** What the sign-in page knows of the tries before. */
export async function readSignInCookies(
  wanted: string | undefined,
  isRetry: boolean,
): Promise<SignInCookies> {
  const { config } = nextShell()
  const jar = await cookies()
  const read = (name: string) => jar.get(cookieName(name, config.https))?.value
  return {
    csrf: read(CSRF_COOKIE)?.split('|', 1)[0],
    typedName: decoded(read(TYPED_NAME_COOKIE) ?? ''),
    codeAsked: (read(CODE_TICKET_COOKIE) ?? '') !== '',
    // A refused try comes back without it; next-auth has kept it.
    target: ownPath(wanted ?? (isRetry ? read(TARGET_COOKIE) : undefined) ?? '/', new URL(config.appUrl)),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
