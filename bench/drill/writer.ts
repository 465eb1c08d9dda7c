import { randomUUID } from 'node:crypto'
import http from 'node:http'

export type Sent = {
  readonly commandId: string
  readonly caseId: string
  readonly body: string
  readonly noteId: string | undefined
}
export type Acknowledged = Sent & { readonly version: number; readonly retried: boolean }

/**
 * A person who writes and does not give up: a command without an answer is sent again, the same, until there is one.
 * What was answered with yes is kept, to be looked for at the end.
 */
export class Writer {
  readonly acknowledged: Acknowledged[] = []
  /** Answers that make no sense: a command that was already done and is refused when it is sent again. */
  readonly refused: string[] = []
  readonly #cookie: string
  readonly #negeri: string
  readonly #cases: readonly string[]
  #open: Sent | undefined
  #tried = 0

  constructor(cookie: string, negeri: string, cases: readonly string[]) {
    this.#cookie = cookie
    this.#negeri = negeri
    this.#cases = cases
  }

  get waiting(): boolean {
    return this.#open !== undefined
  }

  /** Until the server no longer answers; with `rest`, only what is still open. */
  async write(port: number, agent: http.Agent, rest: boolean): Promise<void> {
    while (!rest || this.#open) {
      this.#open ??= this.#next()
      try {
        this.#tried += 1
        this.#take(this.#open, await post(port, agent, this.#cookie, this.#open.body))
        this.#open = undefined
        this.#tried = 0
      } catch {
        return // no answer: whether it was done is unknown
      }
    }
  }

  #take(sent: Sent, answer: { readonly ok: boolean; readonly version: number }): void {
    if (answer.ok) this.acknowledged.push({ ...sent, version: answer.version, retried: this.#tried > 1 })
    else this.refused.push(JSON.stringify(answer))
  }

  #next(): Sent {
    const [commandId, noteId] = [randomUUID(), randomUUID()]
    const isNote = Math.random() < 0.8
    const caseId = isNote ? (this.#cases[Math.floor(Math.random() * this.#cases.length)] ?? '') : randomUUID()
    const command = isNote
      ? { type: 'writeNote', noteId, text: 'Berkas asli dibawa besok', visibility: 'internal' }
      : { type: 'create', service: 'KK', kind: 'KK_LOST', negeri: this.#negeri }
    return {
      commandId,
      caseId,
      noteId: isNote ? noteId : undefined,
      body: JSON.stringify({ commandId, caseId, seenVersion: 0, command }),
    }
  }
}

type Answer = { readonly ok: boolean; readonly version: number }

function post(port: number, agent: http.Agent, cookie: string, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const origin = `http://127.0.0.1:${port}`
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      cookie,
      origin,
    }
    const request = http.request(
      `${origin}/api/trpc/case.run`,
      { method: 'POST', agent, headers, timeout: 10_000 },
      (res) => {
        let text = ''
        res.on('data', (part: Buffer) => (text += part.toString()))
        res.on('error', reject)
        res.on('close', () => (res.complete ? undefined : reject(new Error('cut off'))))
        res.on('end', () => {
          const answer = parse(text)
          if (res.statusCode === 200 && answer) resolve(answer)
          else reject(new Error(`no answer: ${res.statusCode}`)) // a fault says nothing about what was done
        })
      },
    )
    request.on('timeout', () => request.destroy(new Error('too slow')))
    request.on('error', reject)
    request.end(body)
  })
}

function parse(text: string): Answer | undefined {
  try {
    return (JSON.parse(text) as { result?: { data?: Answer } }).result?.data
  } catch {
    return undefined
  }
}
