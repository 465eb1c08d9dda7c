import type { HttpStack } from 'tus-js-client'
import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import { FILE_REFUSALS } from '#domain/intake/paper-file.ts'

export type PaperToSend = {
  readonly paperId: string
  readonly caseId: string
  readonly personId: string
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly uploadUrl: string | undefined
}

export type PaperOutcome =
  | { readonly came: 'stored' }
  | { readonly came: 'refused'; readonly why: FileRefusalCode }
  | { readonly came: 'sign-in' }
  /** Not taken, without a reason; `byHouse`: in the house's own way of saying so, and not in a page of some network's. */
  | { readonly came: 'malformed'; readonly byHouse: boolean }
  | { readonly came: 'nothing' }

/** A test brings another way to the house. */
export type PaperHouse = {
  readonly origin?: string
  readonly stack?: HttpStack
  readonly wrap?: (bytes: Uint8Array<ArrayBuffer>) => Blob
}

type Watch = {
  readonly onUrl: (url: string) => void
  readonly onProgress: (sent: number) => void
  /** Ends the attempt where it stands. */
  readonly signal: AbortSignal
}

/**
 * Brings one paper over by tus, from the byte where an earlier attempt stopped. An upload that the Dinas no longer
 * has begins afresh; a page of someone else's that answers 200 is no answer.
 */
export async function sendPaper(
  paper: PaperToSend,
  watch: Watch,
  house: PaperHouse = {},
): Promise<PaperOutcome> {
  const { Upload } = await import('tus-js-client')
  // Ended while the way there was still being fetched: nobody would hear of it below.
  if (watch.signal.aborted) return { came: 'nothing' }
  return new Promise((resolve) => {
    const content = house.wrap?.(paper.bytes) ?? new Blob([paper.bytes])
    const upload = new Upload(content, {
      endpoint: `${house.origin ?? ''}/files`,
      ...(paper.uploadUrl === undefined ? {} : { uploadUrl: paper.uploadUrl }),
      ...(house.stack === undefined ? {} : { httpStack: house.stack }),
      headers: { 'x-person': paper.personId },
      retryDelays: null, // the outbox decides when to try again
      storeFingerprintForResuming: false, // kept beside the bytes, sealed, not in localStorage
      metadata: { fileId: paper.paperId, caseId: paper.caseId, sha256: paper.sha256, purpose: 'paper' },
      onAfterResponse: (request, response) => {
        // tus would take any strange answer as a sign to begin afresh; only the house's own "not here" is one.
        if (request.getMethod() !== 'HEAD') return
        const status = response.getStatus()
        if (status >= 500 || status === 401 || (status < 400 && !response.getHeader('Upload-Offset')))
          throw new Error('no answer of the house')
      },
      onUploadUrlAvailable: () => {
        if (upload.url !== null && upload.url !== paper.uploadUrl) watch.onUrl(upload.url)
      },
      onProgress: (sent) => watch.onProgress(sent),
      onSuccess: () => resolve({ came: 'stored' }),
      onError: (error) => {
        const response = 'originalResponse' in error ? error.originalResponse : null
        resolve(outcomeOf(response?.getStatus(), response?.getBody()))
      },
    })
    watch.signal.addEventListener('abort', () => {
      void upload.abort()
      resolve({ came: 'nothing' })
    })
    upload.start()
  })
}

function outcomeOf(status: number | undefined, body: string | undefined): PaperOutcome {
  const why = refusalIn(body)
  if (why !== undefined) return { came: 'refused', why }
  if (status === 401) return { came: 'sign-in' }
  if (status === undefined || status < 400 || status >= 500 || PASSES.has(status)) return { came: 'nothing' }
  return { came: 'malformed', byHouse: status === 400 && body?.trim() === '{}' }
}

/** Too slow, locked by an attempt before, too early, too many: these pass by themselves. */
const PASSES: ReadonlySet<number> = new Set([408, 423, 425, 429])

function refusalIn(body: string | undefined): FileRefusalCode | undefined {
  try {
    const { why } = JSON.parse(body ?? '') as { why?: string }
    return FILE_REFUSALS.find((known) => known === why)
  } catch {
    return undefined
  }
}
