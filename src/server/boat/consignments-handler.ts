import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Server } from '@tus/server'
import type { Actor } from '#domain/access/actor.ts'
import { CARRIER_ROLES } from '#domain/intake/boat/carrier-roles.ts'
import { CONSIGNMENT_LIMIT } from '#domain/intake/boat/manifest.ts'
import { ADDRESS_HEADER } from '#server/auth/client-address.ts'
import { originAllowed } from '#server/auth/origin.ts'
import { sessionOf } from '#server/auth/session.ts'
import { faultIdOf } from '#server/fault-id.ts'
import { answerJson } from '#server/files/file-refused.ts'
import type { Shell } from '#server/shell.ts'
import type { BoatShell } from './boat-shell.ts'
import { consignmentRow, step } from './consignment-row.ts'
import { ConsignmentStore } from './consignment-store.ts'
import { importConsignment } from './import-consignment.ts'

/** A carrier with more files half sent than this is told to finish some. */
const MOST_UNDERWAY = 5
const METHODS = new Set(['POST', 'HEAD', 'PATCH', 'DELETE'])
const NOT_OFFERED = ['upload-concat', 'upload-defer-length', 'x-http-method-override']

type Carrier = { readonly actor: Actor; readonly address: string; readonly device: string }
type TusRequest = { readonly runtime?: { readonly node?: { readonly req: unknown } } }

/** tus on `/kapal`: sealed files come in, by anyone of the staff, from the byte where the last attempt was cut. */
export function consignmentsHandler(
  shell: Shell,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const store = new ConsignmentStore(shell)
  const carriers = new WeakMap<object, Carrier>()

  const tus = new Server({
    path: '/kapal',
    datastore: store,
    relativeLocation: true,
    maxSize: CONSIGNMENT_LIMIT.bytes,
    allowedOrigins: [],
    namingFunction: () => randomUUID(),
    async onUploadCreate(req, upload) {
      const carrier = carriers.get((req as TusRequest).runtime?.node?.req as object)
      if (carrier === undefined) throw refusal(404, 'not-found')
      if (!(await begin(shell, carrier, upload.id, upload.size ?? 0))) throw refusal(429, 'too-many')
      return { metadata: {} }
    },
    async onUploadFinish(_req, upload) {
      await arrived(shell, upload.id)
      return {}
    },
    onResponseError(_req, error) {
      if ('status_code' in error && error.status_code < 500)
        return { status_code: error.status_code, body: error.body }
      const faultId = faultIdOf(error)
      shell.log.error({ faultId, err: error }, 'consignment failed')
      return { status_code: 500, body: JSON.stringify({ faultId }) }
    },
  })

  return async (req, res) => {
    res.setHeader('cache-control', 'private, no-store')
    res.setHeader('x-content-type-options', 'nosniff')
    if (!METHODS.has(req.method ?? '')) return answerJson(res, 405, '{}')
    if (req.method !== 'HEAD' && !originAllowed(shell.config, req.headers)) return answerJson(res, 403, '{}')
    const session = await sessionOf(shell, req.headers.cookie)
    if (session === null) return answerJson(res, 401, '{}')
    if (!CARRIER_ROLES.includes(session.person.role)) return answerJson(res, 403, '{}')
    if (NOT_OFFERED.some((name) => req.headers[name] !== undefined)) return answerJson(res, 400, '{}')
    const path = (req.url ?? '').split('?')[0] ?? ''
    if (req.method === 'POST') {
      const length = Number(req.headers['upload-length'])
      if (!/^\/kapal\/?$/.test(path) || !Number.isSafeInteger(length) || length <= 0)
        return answerJson(res, 400, '{}')
      if (length > CONSIGNMENT_LIMIT.bytes) return answerJson(res, 413, JSON.stringify({ why: 'too-big' }))
    } else {
      const id = /^\/kapal\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/.exec(path)?.[1]
      const row = id === undefined ? undefined : await consignmentRow(shell, id)
      if (id === undefined || row?.carrierId !== session.person.id) return answerJson(res, 404, '{}')
      if (req.method === 'DELETE') return withdraw(id, res)
      // All bytes came, but the answer was lost or the server stopped: that comes first.
      if (row.state === 'uploading' && (await store.bytesOf(id).catch(() => -1)) === Number(row.bytes))
        await arrived(shell, id)
    }
    carriers.set(req, {
      actor: session.person,
      address: String(req.headers[ADDRESS_HEADER] ?? ''),
      device: (req.headers['user-agent'] ?? '').slice(0, 200),
    })
    await tus.handle(req, res)
  }

  async function withdraw(id: string, res: ServerResponse): Promise<void> {
    const { count } = await shell.prisma.consignment.deleteMany({ where: { id, state: 'uploading' } })
    if (count === 0) return answerJson(res, 409, '{}')
    await store.remove(id)
    res.writeHead(204, { 'tus-resumable': '1.0.0' })
    res.end()
  }
}

/** Notes a file before its first byte. False: too many of this carrier are underway. */
async function begin(shell: BoatShell, carrier: Carrier, id: string, bytes: number): Promise<boolean> {
  const { actor, address, device } = carrier
  return shell.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('consignment'), hashtext(${actor.id}))`
    const underway = await tx.consignment.count({ where: { carrierId: actor.id, state: 'uploading' } })
    if (underway >= MOST_UNDERWAY) return false
    await tx.consignment.create({
      data: {
        id,
        carrierId: actor.id,
        address,
        device,
        state: 'uploading',
        bytes: BigInt(bytes),
        createdAt: new Date(shell.clock()),
      },
    })
    return true
  })
}

/** Whole: from here the server goes on by itself, whether the carrier waits or not. */
async function arrived(shell: BoatShell, id: string): Promise<void> {
  await step(shell, id, 'uploading', 'received')
  importConsignment(shell, id).catch((err: unknown) => shell.log.error({ err, id }, 'boat import failed'))
}

function refusal(status_code: number, why: string): Error {
  return Object.assign(new Error(why), { status_code, body: JSON.stringify({ why }) })
}
