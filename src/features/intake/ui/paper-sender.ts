import type { FileRefusalCode } from '#domain/intake/paper-file.ts'
import { FILE_REFUSALS } from '#domain/intake/paper-file.ts'
import { newId } from '#client/new-id.ts'
import type { DeviceStore, WaitingPaper } from './device-store.ts'
import type { Draft } from './draft.ts'
import { sha256Hex } from './sha256.ts'
import { preparePaper } from './shrink-photo.ts'

/** One photo on its way, as the list shows it. */
export type Sending = {
  readonly id: string
  readonly ruleId: string
  readonly total: number
  readonly sent: number
  readonly state: 'preparing' | 'queued' | 'sending' | 'waiting' | 'refused'
  readonly why?: FileRefusalCode
}

const RETRY_MS = 8_000
const RETRY_DELAYS_MS = [500, 1_500, 4_000, 8_000]

/**
 * The photos of one case that the Dinas does not have yet: shrunk, kept on the device, sent one at a time from the
 * byte where the last attempt was cut, also after a reload. A photo leaves this list by acknowledgement or by hand.
 */
export class PaperSender {
  readonly #draft: Draft
  readonly #store: DeviceStore
  readonly #caseId: string
  readonly #listeners = new Set<() => void>()
  readonly #waiting = new Map<string, WaitingPaper>()
  #state: readonly Sending[] = []
  #busy = false
  #closed = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(draft: Draft, store: DeviceStore, kept: readonly WaitingPaper[]) {
    this.#draft = draft
    this.#store = store
    this.#caseId = draft.snapshot().view.caseId
    for (const paper of kept) this.#waiting.set(paper.id, paper)
    this.#state = kept.map(({ id, ruleId, bytes }) => ({
      id,
      ruleId,
      total: bytes.length,
      sent: 0,
      state: 'queued',
    }))
    window.addEventListener('online', this.retry)
    this.retry()
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    window.removeEventListener('online', this.retry)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): readonly Sending[] => this.#state

  retry = (): void => {
    clearTimeout(this.#timer)
    void this.#sendAll()
  }

  async add(file: File, ruleId: string, replaces: string | undefined): Promise<void> {
    const id = newId()
    this.#state = [...this.#state, { id, ruleId, total: file.size, sent: 0, state: 'preparing' }]
    this.#tell()
    const prepared = await preparePaper(file)
    if (!prepared.ok) return this.#change(id, { state: 'refused', why: prepared.why })
    const { bytes, mime } = prepared
    const paper: WaitingPaper = {
      id,
      caseId: this.#caseId,
      ruleId,
      mime,
      bytes,
      sha256: await sha256Hex(bytes),
      ...(replaces === undefined ? {} : { replaces }),
    }
    await this.#keep(paper)
    this.#change(id, { state: 'queued', total: bytes.length })
    this.retry()
  }

  async drop(id: string): Promise<void> {
    this.#waiting.delete(id)
    this.#state = this.#state.filter((one) => one.id !== id)
    this.#tell()
    await this.#store.dropPaper(id)
  }

  async #sendAll(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      for (let next = this.#next(); next !== undefined && !this.#closed; next = this.#next())
        await this.#sendOne(next)
    } catch {
      // The line is cut: everything waits where it is.
      for (const one of this.#state) if (one.state === 'sending') this.#change(one.id, { state: 'waiting' })
      if (!this.#closed) this.#timer = setTimeout(this.retry, RETRY_MS)
    } finally {
      this.#busy = false
    }
  }

  #next(): WaitingPaper | undefined {
    const open = this.#state.find((one) => one.state === 'queued' || one.state === 'waiting')
    return open && this.#waiting.get(open.id)
  }

  async #sendOne(paper: WaitingPaper): Promise<void> {
    this.#change(paper.id, { state: 'sending' })
    const sent = paper.fileId === undefined ? await this.#upload(paper) : { fileId: paper.fileId }
    if ('why' in sent) {
      await this.#store.dropPaper(paper.id)
      this.#waiting.delete(paper.id)
      return this.#change(paper.id, { state: 'refused', why: sent.why })
    }
    await this.#keep({ ...paper, fileId: sent.fileId })
    const { replaces } = paper
    const answer = await this.#draft.run({
      type: 'addPaper',
      fileId: sent.fileId,
      ruleId: paper.ruleId,
      ...(replaces === undefined ? {} : { replaces }),
    })
    if (answer === undefined) throw new Error('unreachable')
    // `nothing-changes`: an earlier answer was lost, the paper is there.
    if (!answer.ok && answer.refusal.why !== 'nothing-changes')
      return this.#change(paper.id, { state: 'refused', why: 'not-now' })
    await this.drop(paper.id)
  }

  async #upload(
    paper: WaitingPaper,
  ): Promise<{ readonly fileId: string } | { readonly why: FileRefusalCode }> {
    const { Upload } = await import('tus-js-client')
    return new Promise((resolve, reject) => {
      const upload = new Upload(new Blob([paper.bytes]), {
        endpoint: '/files',
        ...(paper.url === undefined ? {} : { uploadUrl: paper.url }),
        retryDelays: RETRY_DELAYS_MS,
        storeFingerprintForResuming: false, // kept beside the bytes, sealed, not in localStorage
        metadata: { caseId: paper.caseId, sha256: paper.sha256, purpose: 'paper' },
        onUploadUrlAvailable: () => {
          if (upload.url !== null) void this.#keep({ ...paper, url: upload.url })
        },
        onProgress: (sent) => this.#change(paper.id, { sent }),
        onSuccess: () => resolve({ fileId: (upload.url ?? '').split('/').at(-1) ?? '' }),
        onError: (error) => {
          const why =
            'originalResponse' in error
              ? refusalIn(error.originalResponse?.getBody(), error.originalResponse?.getStatus())
              : undefined
          if (why === undefined) reject(error)
          else resolve({ why })
        },
      })
      upload.start()
    })
  }

  async #keep(paper: WaitingPaper): Promise<void> {
    this.#waiting.set(paper.id, paper)
    await this.#store.keepPaper(paper)
  }

  #change(id: string, change: Partial<Sending>): void {
    this.#state = this.#state.map((one) => (one.id === id ? { ...one, ...change } : one))
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

function refusalIn(body: string | undefined, status: number | undefined): FileRefusalCode | undefined {
  try {
    const { why } = JSON.parse(body ?? '') as { why?: string }
    return FILE_REFUSALS.find((known) => known === why)
  } catch {
    return status === 413 ? 'file-too-big' : undefined
  }
}
