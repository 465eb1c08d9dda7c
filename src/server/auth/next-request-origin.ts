import { headers } from 'next/headers'
import type { RequestOrigin } from './auth-shell.ts'
import { ADDRESS_HEADER } from './client-address.ts'

/** Where the request of this page came from; the wiring vouches for the address. */
export async function requestOrigin(): Promise<RequestOrigin> {
  const head = await headers()
  return { address: head.get(ADDRESS_HEADER) ?? '', device: (head.get('user-agent') ?? '').slice(0, 300) }
}
