/**
 * Where next-auth wants to send the browser, as a path on our own host: people also come by another name of the
 * machine, and a sign-in must not throw them to the one in APP_URL, nor ever to a foreign one.
 */
export function answerLocation(location: string, appUrl: string): string {
  const base = new URL(appUrl)
  const to = new URL(location, base)
  if (to.origin !== base.origin) return '/'
  if (to.pathname === '/api/auth/error')
    return `/masuk?sebab=${encodeURIComponent(to.searchParams.get('error') ?? '')}`
  if (to.pathname === '/api/auth/signin') return '/masuk?sebab=lama&kuki=1'
  if (to.pathname === '/masuk') {
    const reason = to.searchParams.get('sebab') ?? to.searchParams.get('error')
    const target = ownPath(to.searchParams.get('callbackUrl') ?? '/', base)
    const query = new URLSearchParams({
      ...(reason === null ? {} : { sebab: reason }),
      ...(target === '/' ? {} : { kembali: target }),
      kuki: '1',
    })
    return `/masuk?${query.toString()}`
  }
  return ownPath(location, base)
}

/** Path and query of an address on our host; `/` for any other. `//elsewhere` is not a path. */
export function ownPath(address: string, base: URL): string {
  if (!URL.canParse(address, base.href)) return '/'
  const to = new URL(address, base)
  if (to.origin !== base.origin) return '/'
  return `/${to.pathname.replace(/^\/+/, '')}${to.search}`
}
