import type { IncomingHttpHeaders } from 'node:http'
import type { Config } from '#server/config.ts'

/**
 * May a request that changes something come from this page? Exactly our own address, never a prefix or a sub-domain.
 * A demo without APP_URL is opened under whatever name the machine has: there the page must be the host it asks.
 */
export function originAllowed(
  config: Pick<Config, 'appUrl' | 'allowedHosts'>,
  headers: IncomingHttpHeaders,
): boolean {
  const { origin, host } = headers
  if (!origin || headers['sec-fetch-site'] === 'cross-site') return false
  if (origin === new URL(config.appUrl).origin) return true
  return config.allowedHosts.length === 0 && URL.canParse(origin) && new URL(origin).host === host
}
