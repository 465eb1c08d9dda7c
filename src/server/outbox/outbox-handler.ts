import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BatchAnswer } from '#domain/intake/outbox-wire.ts'
import { OUTBOX_LIMIT, OUTBOX_MARK, shortResults } from '#domain/intake/outbox-wire.ts'
import { clientAddress } from '#server/auth/client-address.ts'
import { originAllowed } from '#server/auth/origin.ts'
import type { SessionPerson } from '#server/auth/session.ts'
import { sessionOf } from '#server/auth/session.ts'
import type { Shell } from '#server/shell.ts'
import { compressAnswer } from '#server/trpc/compress-answer.ts'
import { acceptBatch } from './accept-batch.ts'
import type { Taken } from './batch-parts.ts'
import { BatchParts } from './batch-parts.ts'
import { readBatch } from './read-batch.ts'
import { upgradeItems } from './upgrade-batch.ts'

type Refused = Extract<BatchAnswer, { readonly refused: unknown }>['refused']
const STATUS: Record<Refused, number> = {
  'sign-in': 401,
  'other-person': 409,
  malformed: 400,
  'too-big': 413,
}
const PATH = /^\/outbox\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/**
 * `POST /outbox/<batch>?at=<byte>&of=<bytes>`: what waited on a device, as one stream of bytes that goes on after a
 * cut where it stopped. When the last byte is here everything is done, and each item gets its answer. `GET` tells how
 * far it came. Every answer carries the house's own mark.
 */
export function outboxHandler(shell: Shell): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const parts = new BatchParts()

  return async (req, res) => {
    res.setHeader('cache-control', 'private, no-store')
    const url = new URL(req.url ?? '/', 'http://house')
    const batchId = PATH.exec(url.pathname)?.[1]
    if (batchId === undefined || (req.method !== 'POST' && req.method !== 'GET'))
      return refuse(res, 'malformed')
    if (req.method === 'POST' && !originAllowed(shell.config, req.headers))
      return refuse(res, 'malformed', 403)
    const session = await sessionOf(shell, req.headers.cookie)
    if (session === null) return refuse(res, 'sign-in')
    const { person } = session
    if (req.headers['x-person'] !== person.id) return refuse(res, 'other-person')

    const known = parts.get(person.id, batchId)
    if (req.method === 'POST' && known?.taken === undefined) {
      const [at, of] = [Number(url.searchParams.get('at')), Number(url.searchParams.get('of'))]
      if (!Number.isSafeInteger(at) || !Number.isSafeInteger(of) || at < 0 || of < 1)
        return refuse(res, 'malformed')
      if (of > OUTBOX_LIMIT.packedBytes) return refuse(res, 'too-big')
      const part = known?.of === of ? known : parts.open(person.id, batchId, of, shell.clock())
      await hear(req, part, at)
      if (part.bytes.length === of && part.taken === undefined) {
        // It may have taken minutes: whose rights ended meanwhile does nothing any more.
        const now = await sessionOf(shell, req.headers.cookie)
        if (now?.person.id !== person.id) return refuse(res, 'sign-in')
        part.taken ??= take(now.person, part.bytes, originOf(req))
      }
    }
    const part = parts.get(person.id, batchId)
    if (part?.taken === undefined) return answer(res, { mark: OUTBOX_MARK, have: part?.bytes.length ?? 0 })
    const { results, items } = await part.taken
    if (results.length === 0) return refuse(res, 'malformed')
    compressAnswer(req, res)
    // An app of an earlier version does not know the short way.
    const short = url.searchParams.has('short')
    return answer(res, { mark: OUTBOX_MARK, results: short ? shortResults(results, items) : results })
  }

  /** Nothing in it: no batch at all. */
  async function take(
    person: SessionPerson['person'],
    bytes: Buffer,
    origin: { readonly address: string; readonly device: string },
  ): Promise<Taken> {
    const batch = await readBatch(bytes)
    if (batch === undefined || batch.personId !== person.id) return { results: [], items: 0 }
    const upgraded = upgradeItems(batch.schema, batch.items, shell.clock())
    const items = batch.items.length
    if ('items' in upgraded)
      return { results: await acceptBatch(shell, person, upgraded.items, origin), items }
    // A version that this house does not know yet keeps what it has and asks again.
    const result = upgraded.why === 'too-old' ? 'too-old' : 'waits'
    const results = batch.items.flatMap((item) => {
      const commandId = (item as { commandId?: unknown } | null)?.commandId
      return typeof commandId === 'string' ? [{ commandId, result } as const] : []
    })
    return { results, items }
  }

  function originOf(req: IncomingMessage) {
    return {
      address: clientAddress(req, shell.config.trustedProxies),
      device: String(req.headers['user-agent'] ?? '').slice(0, 300),
    }
  }
}

/** Takes in what comes, as far as the line holds: what arrived before a cut need not come again. */
async function hear(
  req: IncomingMessage,
  part: { readonly of: number; bytes: Buffer },
  at: number,
): Promise<void> {
  let from = at
  try {
    for await (const piece of req as AsyncIterable<Buffer>) {
      if (from > part.bytes.length || from + piece.length > part.of) return void req.resume() // not what is missing
      part.bytes = Buffer.concat([part.bytes.subarray(0, from), piece])
      from += piece.length
    }
  } catch {
    // Cut: the device asks how far it came.
  }
}

function refuse(res: ServerResponse, refused: Refused, status: number = STATUS[refused]): void {
  answer(res, { mark: OUTBOX_MARK, refused }, status)
}

function answer(res: ServerResponse, body: BatchAnswer, status = 200): void {
  if (res.destroyed) return
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  res.end(JSON.stringify(body))
}
