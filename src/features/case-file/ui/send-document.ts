'use client'
import type { FileFact } from '#domain/case/facts.ts'
import { sha256Of } from '#client/sha256.ts'

export type SentFile = FileFact & { readonly name: string }
type Progress = (sent: number, of: number) => void

/** Sends a document of SIAK in resumable pieces, and answers with what the case will know of it. */
export async function sendDocument(caseId: string, file: File, onProgress: Progress): Promise<SentFile> {
  const [{ Upload }, sha256] = await Promise.all([import('tus-js-client'), sha256Of(file)])
  const url = await new Promise<string>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/files',
      metadata: { caseId, sha256, purpose: 'document' },
      chunkSize: 512 * 1024,
      retryDelays: [0, 1000, 3000, 5000, 10_000],
      storeFingerprintForResuming: false,
      onProgress,
      onError: reject,
      onSuccess: () => resolve(upload.url ?? ''),
    })
    upload.start()
  })
  const fileId = url.split('/').pop() ?? ''
  return { fileId, sha256, mime: file.type || 'application/pdf', bytes: file.size, name: file.name }
}
