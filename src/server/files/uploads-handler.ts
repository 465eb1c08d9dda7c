import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Server } from '@tus/server'
import { PAPER_FILE_LIMIT } from '#domain/intake/paper-file.ts'
import { originAllowed } from '#server/auth/origin.ts'
import { sessionOf } from '#server/auth/session.ts'
import type { Shell } from '#server/shell.ts'
import { faultIdOf } from '#server/fault-id.ts'
import type { Asked } from './asked-upload.ts'
import { askedUpload } from './asked-upload.ts'
import { FileRefused, answerJson, answerRefused } from './file-refused.ts'
import { filesOf } from './files-shell.ts'
import { finishUpload } from './finish-upload.ts'
import { PartStore } from './part-store.ts'
import { reserveUpload } from './reserve-upload.ts'

type TusRequest = { readonly runtime?: { readonly node?: { readonly req: unknown } } }

const METHODS = new Set(['POST', 'HEAD', 'PATCH', 'DELETE'])

/** tus on `/files`: sending only. What was sent is read at `/papers`, through its own door. */
export function uploadsHandler(shell: Shell): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const parts = new PartStore(filesOf(shell).partsDirectory, shell.prisma, shell.sealer)
  const asked = new WeakMap<object, Asked & { ok: true }>()
  const askedOf = (req: TusRequest) => asked.get(req.runtime?.node?.req as object)

  async function finish(id: string): Promise<void> {
    const finished = await finishUpload(shell, parts, id)
    if (!finished.ok) throw new FileRefused(finished.why)
  }

  const tus = new Server({
    path: '/files',
    datastore: parts,
    relativeLocation: true,
    maxSize: PAPER_FILE_LIMIT.bytes,
    allowedOrigins: [],
    namingFunction(req) {
      const asking = askedOf(req)
      return (asking !== undefined && 'create' in asking ? asking.create.fileId : undefined) ?? randomUUID()
    },
    async onUploadCreate(req, upload) {
      const asking = askedOf(req)
      if (asking === undefined || !('create' in asking)) throw new FileRefused('not-found')
      const { fileId: _named, ...create } = asking.create
      const why = await reserveUpload(shell, { ...create, id: upload.id })
      if (why !== undefined) throw new FileRefused(why)
      return { metadata: {} }
    },
    async onUploadFinish(_req, upload) {
      await finish(upload.id)
      return {}
    },
    onResponseError(_req, error) {
      if ('status_code' in error && error.status_code < 500)
        return { status_code: error.status_code, body: error.body }
      const faultId = faultIdOf(error)
      shell.log.error({ faultId, err: error }, 'upload failed')
      return { status_code: 500, body: JSON.stringify({ faultId }) }
    },
  })

  return async (req, res) => {
    res.setHeader('cache-control', 'private, no-store')
    res.setHeader('x-content-type-options', 'nosniff')
    if (!METHODS.has(req.method ?? '') || req.headers['x-http-method-override'] !== undefined)
      return answerJson(res, 405, '{}')
    if (req.method !== 'HEAD' && !originAllowed(shell.config, req.headers)) return answerJson(res, 403, '{}')
    const session = await sessionOf(shell, req.headers.cookie)
    if (session === null || isForOther(req, session.person.id)) return answerJson(res, 401, '{}')
    const asking = await askedUpload(shell, session.person, req)
    if (!asking.ok)
      return asking.why === 'malformed' ? answerJson(res, 400, '{}') : answerRefused(res, asking.why)
    if ('id' in asking && req.method === 'DELETE') return withdraw(asking.id, res)
    // All bytes came, but the answer was lost or the server stopped before they were stored: finish that first.
    if ('id' in asking && req.method === 'HEAD' && (await isWhole(asking.id))) {
      const finished = await finishUpload(shell, parts, asking.id)
      if (!finished.ok) return answerRefused(res, finished.why)
    }
    asked.set(req, asking)
    await tus.handle(req, res)
  }

  async function isWhole(id: string): Promise<boolean> {
    const row = await shell.prisma.storedFile.findUnique({
      where: { id },
      select: { state: true, bytes: true },
    })
    return row?.state === 'uploading' && (await parts.bytesOf(id).catch(() => -1)) === Number(row.bytes)
  }

  /** Only what never became a stored file can be withdrawn; a stored one is taken out of the case by command. */
  async function withdraw(id: string, res: ServerResponse): Promise<void> {
    const gone = await shell.prisma.storedFile.deleteMany({ where: { id, state: 'uploading' } })
    if (gone.count === 0) return answerRefused(res, 'not-now')
    await parts.remove(id)
    res.writeHead(204, { 'tus-resumable': '1.0.0' })
    res.end()
  }
}

/** A phone that is passed on: what one officer left to be sent does not go out under the next one's name. */
function isForOther(req: IncomingMessage, personId: string): boolean {
  const meant = req.headers['x-person']
  return meant !== undefined && meant !== personId
}
