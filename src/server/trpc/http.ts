import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AnyRouter } from '@trpc/server'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { parseCookie } from 'cookie'
import type { Text } from '#domain/shared/text.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import { clientAddress } from '#server/auth/client-address.ts'
import { originAllowed } from '#server/auth/origin.ts'
import { sessionOf } from '#server/auth/session.ts'
import type { Shell } from '#server/shell.ts'
import { compressAnswer } from './compress-answer.ts'
import type { Context } from './trpc.ts'
import { logFault } from './trpc.ts'

const PREFIX = '/api/trpc/'
const MAX_BATCH = 10
const MAX_BODY = 256 * 1024
/** Asked by the page itself after a cut; no sign of a person at the desk. */
const BY_ITSELF = new Set(['queue.since'])
/** Long lists that hold no secret. */
const LONG = new Set(['queue.since', 'queue.searchClosed', 'reference.regions', 'reference.regencies'])

/** Node adapter for `/api/trpc`, straight on the HTTP server: Next is not in the way. */
export function trpcHandler(
  shell: Shell,
  router: AnyRouter,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return async (req, res) => {
    res.setHeader('cache-control', 'private, no-store')
    const paths = pathsOf(req.url ?? '')
    const no = refusalOf(shell, req, paths)
    if (no) {
      shell.log.warn(
        { reason: no.code, address: clientAddress(req, shell.config.trustedProxies) },
        'request refused',
      )
      return answer(req, res, no)
    }
    if (paths.every((path) => LONG.has(path))) compressAnswer(req, res)
    await nodeHTTPRequestHandler({
      req,
      res,
      router,
      path: paths.join(','),
      maxBatchSize: MAX_BATCH,
      maxBodySize: MAX_BODY,
      createContext: () => contextOf(shell, req, paths),
      onError: ({ error, path, ctx }) => {
        logFault(shell, error, path)
        if (error.code === 'FORBIDDEN' && ctx) recordRefusedRight(ctx as Context, path)
      },
    })
  }
}

/** Someone signed in asked for what their role may not: on record, like a read. A session that is held is not meant. */
function recordRefusedRight({ shell, session, origin }: Context, path: string | undefined): void {
  if (session?.held !== null) return
  const note = { action: 'access.refuse', subject: `procedure:${path ?? ''}`, detail: {} }
  auditRead(shell, session.person, note, origin).catch((error: unknown) =>
    shell.log.error({ err: error }, 'a refused right could not be recorded'),
  )
}

async function contextOf(shell: Shell, req: IncomingMessage, paths: readonly string[]): Promise<Context> {
  const touch = !paths.every((path) => BY_ITSELF.has(path))
  const session = await sessionOf(shell, req.headers.cookie, { alsoHeld: true, touch })
  const origin = {
    address: clientAddress(req, shell.config.trustedProxies),
    device: (req.headers['user-agent'] ?? '').slice(0, 300),
  }
  const chosen = parseCookie(req.headers.cookie ?? '')['bahasa']
  const locale = session?.person.locale ?? (chosen === 'en' ? 'en' : 'id')
  return { shell, session, actor: session?.person ?? null, origin, locale }
}

function pathsOf(url: string): string[] {
  const path = url.split('?', 1)[0] ?? ''
  try {
    return decodeURIComponent(path.slice(PREFIX.length)).split(',')
  } catch {
    return ['']
  }
}

type Refused = { readonly status: number; readonly code: string; readonly words: Text }

function refusalOf(shell: Shell, req: IncomingMessage, paths: readonly string[]): Refused | undefined {
  if (req.method !== 'GET' && req.method !== 'POST')
    return {
      status: 405,
      code: 'METHOD_NOT_SUPPORTED',
      words: { id: 'Cara ini tidak dikenal.', en: 'This method is not known.' },
    }
  if (paths.length > MAX_BATCH)
    return {
      status: 400,
      code: 'BAD_REQUEST',
      words: {
        id: `Paling banyak ${MAX_BATCH} permintaan sekaligus.`,
        en: `At most ${MAX_BATCH} calls at once.`,
      },
    }
  if (req.method === 'GET') return undefined
  if (!originAllowed(shell.config, req.headers))
    return {
      status: 403,
      code: 'FORBIDDEN',
      words: { id: 'Permintaan ini datang dari halaman lain.', en: 'This request came from another page.' },
    }
  if (!/^application\/json\b/i.test(req.headers['content-type'] ?? ''))
    return {
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      words: { id: 'Isi permintaan harus JSON.', en: 'The request must be JSON.' },
    }
  if (Number(req.headers['content-length'] ?? 0) > MAX_BODY)
    return {
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
      words: { id: 'Isi permintaan terlalu besar.', en: 'The request is too large.' },
    }
  return undefined
}

/** The shape of tRPC's own errors, so that every client understands it. */
function answer(req: IncomingMessage, res: ServerResponse, refused: Refused): void {
  const locale = parseCookie(req.headers.cookie ?? '')['bahasa'] === 'en' ? 'en' : 'id'
  const { code, status, words } = refused
  const body = { error: { message: words[locale], code: -32600, data: { code, httpStatus: status } } }
  res.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
  res.end(JSON.stringify(body))
  req.resume() // let a large body run out instead of resetting the connection
}
