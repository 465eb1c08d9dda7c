import { Worker } from 'node:worker_threads'
import type { Answer, Answers, Ask, Asks } from './serve-shelf.ts'

/** What a screen sent took the thread longer than it may, or all of its memory: the thread was ended over it. */
export class Overran extends Error {
  constructor() {
    super('the update took too long')
  }
}

/** Anything else kept the thread busy until it was ended: nobody's fault, and worth another try. */
export class ClerkBusy extends Error {
  constructor() {
    super('the thread of the notes was too slow')
  }
}

/** The document is not there, or was lost with the thread: bring it from the table and ask again. */
export const MISSING = Symbol('missing')

export type ClerkOptions = { readonly script?: URL; readonly limitMs?: number }

const SCRIPT = new URL('./note-worker.ts', import.meta.url)
/** A word takes microseconds, a page pasted some milliseconds; a machine that gasps may take a hundred times that. */
const LIMIT_MS = 1500
const MEMORY_MB = 192

type Waiting = {
  readonly ask: Ask
  readonly done: (answer: Answer) => void
  readonly failed: (error: Error) => void
}

/**
 * Asks the thread that holds the documents, one question at a time, so that it is always known whose update keeps it
 * busy. Over the limit the thread is killed, that one question fails, and the others are asked of a fresh thread.
 */
export class Clerk {
  readonly #script: URL
  readonly #limitMs: number
  readonly #line: Waiting[] = []
  #worker: Worker | undefined
  #ready = false
  #current: Waiting | undefined
  #limit: NodeJS.Timeout | undefined
  #closed = false
  /** How many threads were ended over what they were given. */
  killed = 0

  constructor({ script = SCRIPT, limitMs = LIMIT_MS }: ClerkOptions = {}) {
    this.#script = script
    this.#limitMs = limitMs
  }

  async ask<Do extends keyof Asks>(
    what: Do,
    key: string,
    more: Asks[Do],
  ): Promise<Answers[Do] | typeof MISSING> {
    const ask = { do: what, key, ...more } as unknown as Ask
    const answer = await new Promise<Answer>((done, failed) => {
      this.#line.push({ ask, done, failed })
      this.#next()
    })
    return 'missing' in answer ? MISSING : (answer.is as Answers[Do])
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#limit)
    await this.#worker?.terminate()
  }

  #next(): void {
    if (this.#closed || this.#current !== undefined) return
    const worker = (this.#worker ??= this.#start())
    if (!this.#ready) return
    const next = this.#line.shift()
    if (next === undefined) return
    this.#current = next
    this.#limit = setTimeout(() => this.#end(worker), this.#limitMs)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(next.ask)
  }

  #start(): Worker {
    this.#ready = false
    const worker = new Worker(this.#script, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    worker.unref()
    worker.on('message', (answer: Answer | 'ready') => {
      if (worker !== this.#worker) return
      if (answer === 'ready') this.#ready = true
      else this.#settle((current) => current.done(answer))
      this.#next()
    })
    worker.on('error', () => this.#end(worker)) // out of memory, or a fault of ours
    worker.on('exit', () => this.#end(worker))
    return worker
  }

  /** This thread is of no more use; what it was busy with is to blame, if it was busy. */
  #end(worker: Worker): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    const unstarted = !this.#ready && this.#current === undefined
    this.#ready = false
    void worker.terminate()
    if (this.#current !== undefined) this.killed += 1
    this.#settle((current) => current.failed(current.ask.do === 'write' ? new Overran() : new ClerkBusy()))
    if (unstarted) for (const one of this.#line.splice(0)) one.failed(new Error('the thread does not start'))
    if (this.#line.length > 0) this.#next()
  }

  #settle(how: (current: Waiting) => void): void {
    clearTimeout(this.#limit)
    const current = this.#current
    this.#current = undefined
    if (current !== undefined) how(current)
  }
}
