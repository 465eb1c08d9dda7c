import type { IncomingMessage } from 'node:http'
import { clientAddress } from '#server/auth/client-address.ts'
import { originAllowed } from '#server/auth/origin.ts'
import type { Config } from '#server/config.ts'
import { refused } from './live-metrics.ts'

export type Caps = { readonly perAddress: number; readonly total: number }

/** An office behind one address has some hundred screens; a whole province fits on one instance. */
export const DEFAULT_CAPS: Caps = { perAddress: 500, total: 10_000 }

export type Doorman = {
  /** Before the upgrade: another site's page, or one connection too many, never becomes a socket. */
  admit(req: IncomingMessage): boolean
  entered(address: string): void
  left(address: string): void
}

export function createDoorman(config: Config, caps: Caps): Doorman {
  const inside = new Map<string, number>()
  let total = 0
  return {
    admit(req) {
      const no = reason(req)
      if (no !== undefined) refused.inc({ reason: no })
      return no === undefined
    },
    entered(address) {
      total += 1
      inside.set(address, (inside.get(address) ?? 0) + 1)
    },
    left(address) {
      total -= 1
      const rest = (inside.get(address) ?? 1) - 1
      if (rest > 0) inside.set(address, rest)
      else inside.delete(address)
    },
  }

  function reason(req: IncomingMessage): string | undefined {
    if (!originAllowed(config, req.headers)) return 'origin'
    if (total >= caps.total) return 'full'
    const address = clientAddress(req, config.trustedProxies)
    return (inside.get(address) ?? 0) >= caps.perAddress ? 'address-full' : undefined
  }
}
