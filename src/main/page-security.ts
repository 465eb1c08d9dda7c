import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '#server/config.ts'

/** What a page may load: our own files, and scripts that carry this answer's nonce. */
export function contentSecurityPolicy(
  nonce: string,
  config: Pick<Config, 'dev' | 'https'>,
  host: string,
): string {
  const socket = `${config.https ? 'wss' : 'ws'}://${host}` // older Safari does not count it as 'self'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${config.dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${config.dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'", // a virtual list places its rows by style attributes
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(config.https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** Set on every answer, whatever part of the server gives it. */
export function setSecurityHeaders(res: ServerResponse, config: Pick<Config, 'https'>): void {
  res.setHeader('x-content-type-options', 'nosniff')
  res.setHeader('x-frame-options', 'DENY')
  res.setHeader('referrer-policy', 'same-origin')
  res.setHeader('cross-origin-opener-policy', 'same-origin')
  res.setHeader('cross-origin-resource-policy', 'same-origin')
  res.setHeader('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()')
  if (config.https) res.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
}

/** Next takes the nonce for its own scripts from the policy in the request. */
export function giveNonce(
  req: IncomingMessage,
  res: ServerResponse,
  config: Pick<Config, 'dev' | 'https'>,
): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, config, req.headers.host ?? '')
  req.headers['content-security-policy'] = policy
  req.headers['x-nonce'] = nonce
  res.setHeader('content-security-policy', policy)
}

/** Names that Next or its plugins trust although any client can send them. */
const FORGEABLE = [
  'x-middleware-subrequest',
  'x-middleware-rewrite',
  'x-nonce',
  'content-security-policy',
  'x-invoke-path',
  'x-matched-path',
  'x-now-route-matches',
]
const FROM_A_PROXY = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded', 'x-real-ip']

export function dropForgeableHeaders(req: IncomingMessage, viaTrustedProxy: boolean): void {
  for (const name of FORGEABLE) delete req.headers[name]
  if (!viaTrustedProxy) for (const name of [...FROM_A_PROXY, 'x-forwarded-for']) delete req.headers[name]
}

/** Is this a name we answer to? Probes by address are served elsewhere. */
export function hostAllowed(host: string | undefined, allowed: readonly string[]): boolean {
  if (host === undefined || !/^[a-z0-9.:[\]-]{1,255}$/i.test(host)) return false
  return allowed.length === 0 || allowed.includes(host.toLowerCase())
}
