import { stringifySetCookie } from 'cookie'
import { LOCALE_COOKIE, localeFrom } from '#i18n/locale.ts'

/** The other language without a script, then back to the page that asked. */
export function GET(request: Request): Response {
  const to = localeFrom(new URL(request.url).searchParams.get('ke') ?? undefined)
  const referer = request.headers.get('referer')
  const back = referer !== null && URL.canParse(referer) ? new URL(referer).pathname : '/masuk'
  const cookie = stringifySetCookie(LOCALE_COOKIE, to, {
    path: '/',
    maxAge: 365 * 24 * 3600,
    sameSite: 'lax',
    secure: new URL(process.env['NEXTAUTH_URL'] ?? request.url).protocol === 'https:',
  })
  return new Response(null, {
    status: 303,
    headers: { location: `/${back.replace(/^\/+/, '')}`, 'set-cookie': cookie, 'cache-control': 'no-store' },
  })
}
