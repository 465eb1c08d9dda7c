import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Config } from '#server/config.ts'

/** What a browser gives when it agrees to be woken. */
export const Browser = z.strictObject({
  endpoint: z.url().check(z.maxLength(1000)),
  keys: z.strictObject({
    p256dh: z.string().check(z.regex(/^[\w-]{80,100}$/)),
    auth: z.string().check(z.regex(/^[\w-]{20,30}$/)),
  }),
})
export type Browser = z.infer<typeof Browser>

/** The services of the browsers there are. An endpoint anywhere else would make this house knock at doors for a stranger. */
const SERVICES = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '.push.apple.com',
  '.notify.windows.com',
]

/** May this house post to this address? Over https to a known service, or to a host that the office named itself. */
export function isPushService(endpoint: string, { pushHosts }: Pick<Config, 'pushHosts'>): boolean {
  const { protocol, hostname, host, username } = new URL(endpoint)
  if (pushHosts.includes(host)) return protocol === 'https:' || protocol === 'http:'
  const known = SERVICES.some((one) => (one.startsWith('.') ? hostname.endsWith(one) : hostname === one))
  return protocol === 'https:' && known && host === hostname && username === ''
}

/** A name for one browser that tells nothing of its endpoint. */
export const endpointId = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex')

export const browserContext = (id: string): string => `push/${id}`
