import type { IncomingMessage } from 'node:http'

/** The wiring writes the address here for Next, over whatever the client sent under this name. */
export const ADDRESS_HEADER = 'x-satu-address'
/** And here the address of the page, which Next does not tell its pages. */
export const PATH_HEADER = 'x-satu-path'

/** Whose address it is: the socket's, or the nearest one that a trusted proxy vouches for. */
export function clientAddress(req: IncomingMessage, trustedProxies: readonly string[]): string {
  const socket = plain(req.socket.remoteAddress ?? '')
  const forwarded = req.headers['x-forwarded-for']
  if (!trustedProxies.includes(socket) || forwarded === undefined) return socket
  const hops = String(forwarded)
    .split(',')
    .map((hop) => plain(hop.trim()))
  return hops.findLast((hop) => !trustedProxies.includes(hop)) ?? socket
}

/** `::ffff:10.0.0.5` is 10.0.0.5. */
function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address
}
