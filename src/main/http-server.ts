import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { ADDRESS_HEADER, clientAddress, PATH_HEADER } from '#server/auth/client-address.ts'
import { faults, httpRequests } from '#server/metrics.ts'
import type { Shell } from '#server/shell.ts'
import { faultIdOf } from '#server/fault-id.ts'
import { dropForgeableHeaders, giveNonce, hostAllowed, setSecurityHeaders } from './page-security.ts'

export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** The parts of the server, each the only one to answer under its path. */
export type Parts = {
  readonly probe: (path: string, req: IncomingMessage, res: ServerResponse) => Promise<boolean>
  readonly trpc: Handler
  readonly files: Handler
  readonly papers: Handler
  /** What waited on a device. */
  readonly outbox: Handler
  /** Sealed files that come by boat. */
  readonly boat: Handler
  readonly pages: Handler
  /** Hot reload in development; absent otherwise. */
  readonly pagesUpgrade?: ((req: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>) | undefined
}

/** One port for everything. Socket.IO attaches itself to the returned server; every other upgrade is cut. */
export function openHttpServer(shell: Pick<Shell, 'config' | 'log'>, parts: Parts): Server {
  const { config } = shell
  const server = createServer((req, res) => {
    const begun = performance.now()
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/'
    const part = partOf(path)
    res.once('close', () => {
      httpRequests.observe(
        { part, status: `${Math.floor(res.statusCode / 100)}xx` },
        (performance.now() - begun) / 1000,
      )
    })
    serve(path, part, req, res).catch((error: unknown) => answerFault(shell, part, error, res))
  })

  async function serve(path: string, part: Part, req: IncomingMessage, res: ServerResponse): Promise<void> {
    setSecurityHeaders(res, config)
    if (await parts.probe(path, req, res)) return
    if (!hostAllowed(req.headers.host, config.allowedHosts))
      return refuse(res, 421, 'Alamat ini tidak dilayani di sini. / This address is not served here.')
    // `GET http://elsewhere/` is for proxies; Next would lead people there.
    if (!path.startsWith('/')) return refuse(res, 400, 'Alamat salah bentuk. / The address is malformed.')
    if (part === 'pages' && !PAGE_METHODS.has(req.method ?? ''))
      return refuse(res, 405, 'Cara ini tidak dikenal. / This method is not known.')
    if (part === 'pages' && !config.dev && isTooMuch(req))
      return refuse(res, 413, 'Isi permintaan terlalu besar. / The request is too large.')
    const address = clientAddress(req, config.trustedProxies)
    dropForgeableHeaders(
      req,
      config.trustedProxies.includes((req.socket.remoteAddress ?? '').replace('::ffff:', '')),
    )
    req.headers[ADDRESS_HEADER] = address
    req.headers[PATH_HEADER] = req.url ?? '/'
    if (part === 'pages') giveNonce(req, res, config)
    await parts[part](req, res)
  }

  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => {})
    if ((req.url ?? '').startsWith('/socket.io/')) return
    if (!parts.pagesUpgrade) return void socket.destroy()
    parts.pagesUpgrade(req, socket, head).catch(() => socket.destroy())
  })
  server.on('clientError', (_error, socket) => socket.destroy())
  server.headersTimeout = 20_000
  server.requestTimeout = 600_000 // a megabyte over 64 kbit/s takes two minutes
  server.keepAliveTimeout = 65_000
  return server
}

/** TRACE and the rest never reach Next. */
const PAGE_METHODS = new Set(['GET', 'HEAD', 'POST'])

const MOST_PAGE_BYTES = 64 * 1024

/** Pages take forms of a few fields. A body that does not say how long it is could be endless. */
function isTooMuch(req: IncomingMessage): boolean {
  return (
    req.headers['transfer-encoding'] !== undefined ||
    Number(req.headers['content-length'] ?? 0) > MOST_PAGE_BYTES
  )
}

type Part = 'trpc' | 'files' | 'papers' | 'outbox' | 'boat' | 'pages'

function partOf(path: string): Part {
  if (path.startsWith('/api/trpc/')) return 'trpc'
  if (path === '/files' || path.startsWith('/files/')) return 'files'
  if (path.startsWith('/outbox/')) return 'outbox'
  if (path === '/kapal' || path.startsWith('/kapal/')) return 'boat'
  return path.startsWith('/papers/') ? 'papers' : 'pages'
}

function refuse(res: ServerResponse, status: number, words: string): void {
  res.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  })
  res.end(`${words}\n`)
}

function answerFault(shell: Pick<Shell, 'log'>, part: Part, error: unknown, res: ServerResponse): void {
  const faultId = faultIdOf(error instanceof Error ? error : new Error('not an error'))
  faults.inc({ part })
  shell.log.error({ faultId, part, err: error }, 'fault')
  if (res.headersSent) return void res.destroy()
  refuse(
    res,
    500,
    `Ada gangguan. Bila menelepon, sebutkan nomor ${faultId}. / Something failed. If you call, quote ${faultId}.`,
  )
}
