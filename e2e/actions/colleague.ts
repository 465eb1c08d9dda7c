import { createHash, randomUUID } from 'node:crypto'
import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'
import { test as base, expect } from '@playwright/test'

const DEMO_PASSWORD = 'perahu-cengkih-kora-kora'

type Command = { readonly type: string; readonly [part: string]: unknown }
type Answer = {
  readonly ok: boolean
  readonly version?: number
  readonly refusal?: { readonly why: string }
}

/** Signs in without a screen; with the `request` of a page, that page is signed in. */
async function signInOverHttp(http: APIRequestContext, username: string): Promise<void> {
  const page = await http.get('/masuk')
  const csrfToken = /name="csrfToken" value="([^"]+)"/.exec(await page.text())?.[1]
  expect(csrfToken, 'the sign-in page carries its token').toBeDefined()
  const form = { csrfToken: csrfToken ?? '', username, password: DEMO_PASSWORD }
  const headers = { origin: new URL(page.url()).origin }
  const answer = await http.post('/api/auth/callback/credentials', { form, headers })
  expect(new URL(answer.url()).pathname, `${username} is signed in`).not.toMatch(/^\/(masuk|api)/)
}

/** Someone at another desk who works without a screen: signed in over HTTP, acting by the same commands. */
export class Colleague {
  readonly #http: APIRequestContext

  constructor(http: APIRequestContext) {
    this.#http = http
  }

  /** Asks for an act on a case; a refusal is an answer like any other. */
  async ask(caseId: string, command: Command): Promise<Answer> {
    const data = { commandId: randomUUID(), caseId, seenVersion: 0, command }
    const answer = await this.#http.post('/api/trpc/case.run', { data })
    return ((await answer.json()) as { result: { data: Answer } }).result.data
  }

  /** Acts, and it must succeed. */
  async run(caseId: string, command: Command): Promise<void> {
    const { refusal } = await this.ask(caseId, command)
    expect(refusal, command.type).toBeUndefined()
  }

  async read<T>(path: string, input?: unknown): Promise<T> {
    const params = input === undefined ? {} : { params: { input: JSON.stringify(input) } }
    const answer = await this.#http.get(`/api/trpc/${path}`, params)
    return ((await answer.json()) as { result: { data: T } }).result.data
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

type Office = {
  readonly colleague: (username: string) => Promise<Colleague>
  /** A screen of its own, signed in; `address` is open on it. */
  readonly desk: (username: string, address: string, on?: Browser) => Promise<Page>
}

/** The test of this house, with colleagues who are gone when it ends. */
export const test = base.extend<Office>({
  colleague: async ({ playwright, baseURL }, use) => {
    const open: APIRequestContext[] = []
    await use(async (username) => {
      const extraHTTPHeaders = { origin: new URL(baseURL ?? '').origin }
      const http = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}), extraHTTPHeaders })
      open.push(http)
      await signInOverHttp(http, username)
      return new Colleague(http)
    })
    await Promise.all(open.map((http) => http.dispose()))
  },
  desk: async ({ browser, baseURL, locale, timezoneId }, use) => {
    const open: BrowserContext[] = []
    await use(async (username, address, on = browser) => {
      const context = await on.newContext({
        ...(baseURL ? { baseURL } : {}),
        ...(locale ? { locale } : {}),
        ...(timezoneId ? { timezoneId } : {}),
      })
      open.push(context)
      await signInOverHttp(context.request, username)
      const page = await context.newPage()
      await page.goto(address)
      return page
    })
    await Promise.all(open.map((context) => context.close().catch(() => undefined)))
  },
})
