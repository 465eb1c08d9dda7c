import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { auditRead } from '#server/audit/audit-read.ts'
import { clientAddress } from '#server/auth/client-address.ts'
import { sessionOf } from '#server/auth/session.ts'
import type { Shell } from '#server/shell.ts'
import { faultIdOf } from '#server/fault-id.ts'
import { answerJson, answerRefused } from './file-refused.ts'
import { filesOf } from './files-shell.ts'
import { seeFile } from './see-file.ts'

const PATH = /^\/papers\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\/thumb)?$/
const EXTENSION: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/** `GET /papers/<id>` and `/thumb`: the one door to what was stored. Whoever may open the case may, and it is on record. */
export function papersHandler(shell: Shell): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const { blobs } = filesOf(shell)
  return async (req, res) => {
    const found = PATH.exec((req.url ?? '').split('?')[0] ?? '')
    if (found === null) return answerRefused(res, 'not-found')
    if (req.method !== 'GET') return answerJson(res, 405, '{}')
    const session = await sessionOf(shell, req.headers.cookie)
    if (session === null) return answerJson(res, 401, '{}')

    const [, id = '', thumb] = found
    const row = (await seeFile(shell, session.person, id))?.row
    if (row?.state !== 'ready') return answerRefused(res, 'not-found')
    const shown = thumb === undefined ? shownOf(row) : { key: row.thumbKey, mime: 'image/webp' }
    if (shown.key === null) return answerRefused(res, 'not-found')

    const origin = {
      address: clientAddress(req, shell.config.trustedProxies),
      device: (req.headers['user-agent'] ?? '').slice(0, 300),
    }
    await auditRead(
      shell,
      session.person,
      {
        action: thumb === undefined ? 'paper.open' : 'paper.thumb',
        subject: row.caseId,
        detail: { fileId: id },
      },
      origin,
    )
    res.writeHead(200, headersOf(shown.mime, id))
    try {
      await pipeline(Readable.from(blobs.read(shown.key)), res)
    } catch (error) {
      // Headers are gone: all that can be said is that this is not the whole file.
      if (!req.destroyed)
        shell.log.error({ faultId: faultIdOf(error as object), fileId: id, err: error }, 'paper not readable')
      res.destroy()
    }
  }
}

function shownOf(row: {
  readonly mime: string | null
  readonly blobKey: string | null
  readonly viewKey: string | null
}) {
  return row.viewKey === null
    ? { key: row.blobKey, mime: row.mime ?? 'application/octet-stream' }
    : { key: row.viewKey, mime: 'image/jpeg' }
}

function headersOf(mime: string, id: string): Record<string, string> {
  // The browser's own PDF reader refuses to start inside `sandbox`; such a file has no scripts (they are refused on the way in).
  const policy =
    mime === 'application/pdf'
      ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
      : "default-src 'none'; sandbox"
  return {
    'content-type': mime,
    'content-disposition': `inline; filename="berkas-${id.slice(0, 8)}.${EXTENSION[mime] ?? 'bin'}"`,
    'content-security-policy': `${policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
    'accept-ranges': 'none',
  }
}
