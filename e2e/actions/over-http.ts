import { createHash, randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { expect } from '@playwright/test'
import type { QueueRow } from '#domain/case/queue-row.ts'

export type Command = { readonly type: string; readonly [part: string]: unknown }
type Answer = {
  readonly ok: boolean
  readonly version?: number
  readonly row?: QueueRow
  readonly refusal?: { readonly why: string }
}

/** One click of the demo, without a screen: the cookies of this context are that person's session from now on. */
export async function enterAs(http: APIRequestContext, username: string): Promise<void> {
  const page = await http.get('/masuk')
  const csrfToken = /name="csrfToken" value="([^"]+)"/.exec(await page.text())?.[1]
  expect(csrfToken, 'the sign-in page carries its token').toBeDefined()
  const answer = await http.post('/api/auth/callback/demo', {
    form: { csrfToken: csrfToken ?? '', username },
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0, // the page behind it is nobody's question here
  })
  expect(answer.headers()['location'], `${username} is signed in`).not.toMatch(/masuk|\/api\//)
}

/** Someone at another desk who works without a screen: acting by the same commands as every screen. */
export class Colleague {
  readonly #http: APIRequestContext

  constructor(http: APIRequestContext) {
    this.#http = http
  }

  /** Asks for an act on a case; a refusal is an answer like any other. */
  async ask(caseId: string, command: Command): Promise<Answer> {
    const data = { commandId: randomUUID(), caseId, seenVersion: 0, command }
    const answer = await this.#http.post('/api/trpc/case.run', { data })
    const { result, error } = (await answer.json()) as {
      readonly result?: { readonly data: Answer }
      readonly error?: { readonly message: string }
    }
    if (result === undefined) throw new Error(`${command.type}: ${error?.message ?? answer.statusText()}`)
    return result.data
  }

  /** Acts, and it must succeed; answers what the list shows of the case now. */
  async run(caseId: string, command: Command): Promise<QueueRow> {
    const { refusal, row } = await this.ask(caseId, command)
    expect(refusal, command.type).toBeUndefined()
    if (row === undefined) throw new Error(`${command.type} answered no row`)
    return row
  }

  async read<T>(path: string, input?: unknown): Promise<T> {
    const params = input === undefined ? {} : { params: { input: JSON.stringify(input) } }
    const answer = await this.#http.get(`/api/trpc/${path}`, params)
    return ((await answer.json()) as { result: { data: T } }).result.data
  }

  /** Asks for a change that is no act on a case: of the house's rules, of people. A refusal is an answer. */
  async write(path: string, data: unknown): Promise<unknown> {
    const answer = await this.#http.post(`/api/trpc/${path}`, { data })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return ((await answer.json()) as { result: { data: unknown } }).result.data
  }

  /** Sends a file of a case in one piece, as a phone with a good line does; answers its id. */
  async send(caseId: string, bytes: Buffer): Promise<string> {
    const base64 = (words: string) => Buffer.from(words).toString('base64')
    const meta = { caseId, sha256: createHash('sha256').update(bytes).digest('hex'), purpose: 'paper' }
    const made = await this.#http.post('/files', {
      headers: {
        'Tus-Resumable': '1.0.0',
        'Upload-Length': String(bytes.length),
        'Upload-Metadata': Object.entries(meta)
          .map(([name, value]) => `${name} ${base64(value)}`)
          .join(','),
      },
    })
    const place = made.headers()['location'] ?? ''
    const sent = await this.#http.patch(place, {
      headers: {
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': '0',
        'Content-Type': 'application/offset+octet-stream',
      },
      data: bytes,
    })
    expect(sent.status()).toBe(204)
    return place.split('/').at(-1) ?? ''
  }
}
