import type { IncomingMessage } from 'node:http'
import { Metadata } from '@tus/server'
import * as z from 'zod/mini'
import type { Actor } from '#domain/access/actor.ts'
import { mayUpload } from '#domain/intake/may-upload.ts'
import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import { PAPER_FILE_LIMIT } from '#domain/intake/paper-file.ts'
import { Uuid } from '#domain/shared/id.ts'
import { seeCase } from '#server/case/see-case.ts'
import type { Shell } from '#server/shell.ts'
import { seeFile } from './see-file.ts'

const NewUpload = z.object({
  /** A device that works without a network names its files itself: sent twice, or also by boat, it is one file. */
  fileId: z.optional(Uuid),
  caseId: Uuid,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  purpose: z._default(z.enum(['paper', 'document']), 'paper'),
})

/** Extensions of tus that this house does not have: joining uploads, and a length that comes later. */
const NOT_OFFERED = ['upload-concat', 'upload-defer-length']

export type Asked =
  | {
      readonly ok: true
      readonly create: {
        readonly fileId: string | undefined
        readonly caseId: string
        readonly ownerId: string
        readonly bytes: number
        readonly sha256: string
      }
    }
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly why: FileRefusalCode | 'malformed' }

/** May this person do this with this upload? Decided for each request, from the case as it is now. */
export async function askedUpload(shell: Shell, actor: Actor, req: IncomingMessage): Promise<Asked> {
  if (req.method === 'POST') return askedCreation(shell, actor, req)
  const id = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/.exec(pathOf(req))?.[1]
  const seen = id === undefined ? undefined : await seeFile(shell, actor, id)
  return id === undefined || seen?.row.ownerId !== actor.id
    ? { ok: false, why: 'not-found' }
    : { ok: true, id }
}

async function askedCreation(shell: Shell, actor: Actor, req: IncomingMessage): Promise<Asked> {
  const length = Number(req.headers['upload-length'])
  if (pathOf(req).replace(/\/$/, '') !== '/files' || !Number.isSafeInteger(length) || length < 0)
    return { ok: false, why: 'malformed' }
  if (NOT_OFFERED.some((name) => req.headers[name] !== undefined)) return { ok: false, why: 'malformed' }
  const meta = NewUpload.safeParse(metadataOf(req))
  if (!meta.success) return { ok: false, why: 'malformed' }
  const { fileId, caseId, sha256, purpose } = meta.data
  const file = await seeCase(shell, actor, caseId)
  if (file === undefined) return { ok: false, why: 'not-found' }
  if (!mayUpload(actor, file, purpose)) return { ok: false, why: 'not-now' }
  if (length === 0) return { ok: false, why: 'file-empty' }
  if (length > PAPER_FILE_LIMIT.bytes) return { ok: false, why: 'file-too-big' }
  return { ok: true, create: { fileId, caseId, sha256, ownerId: actor.id, bytes: length } }
}

function metadataOf(req: IncomingMessage): unknown {
  try {
    return Metadata.parse(String(req.headers['upload-metadata'] ?? ''))
  } catch {
    return undefined
  }
}

function pathOf(req: IncomingMessage): string {
  return (req.url ?? '').split('?')[0] ?? ''
}
