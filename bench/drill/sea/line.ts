import http from 'node:http'
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client'
import type { Fetch } from '#client/outbox/post-batch.ts'
import type { Chance } from './chance.ts'

/** What becomes of one exchange on its way. */
type Fate = 'whole' | 'lost-before' | 'lost-after' | 'cut' | 'portal' | 'gateway' | 'signed-out'

/** The line between one device and the house: it fails in every way that lines fail, as the seed says. */
export class Line {
  online = true
  /** In the end everything goes through. */
  calm = false
  bytes = 0
  readonly origin: string
  readonly #cookie: string
  readonly #chance: Chance

  constructor(origin: string, cookie: string, chance: Chance) {
    this.origin = origin
    this.#cookie = cookie
    this.#chance = chance
  }

  #fate(): Fate {
    if (this.calm || this.#chance.happens(0.6)) return 'whole'
    return this.#chance.of([
      'lost-before',
      'lost-after',
      'lost-after',
      'cut',
      'cut',
      'portal',
      'gateway',
      'signed-out',
    ])
  }

  readonly fetch: Fetch = async (url, init) => {
    const body = init.body as Uint8Array | undefined
    const headers = Object.fromEntries(Object.entries(init.headers ?? {})) as Record<string, string>
    const heard = await this.exchange(init.method ?? 'GET', `${this.origin}${url}`, headers, body)
    return new Response(heard.status === 204 ? null : heard.body, { status: heard.status })
  }

  /** One request and its answer. Rejects as a browser does when no answer comes. */
  async exchange(
    method: string,
    url: string,
    headers: Record<string, string>,
    body: Uint8Array | undefined,
  ): Promise<Heard> {
    const fate = this.#fate()
    // Answers come in any order: a short one may pass a long one.
    await new Promise((resolve) => setTimeout(resolve, this.calm ? 0 : this.#chance.whole(6)))
    if (!this.online || fate === 'lost-before') throw new TypeError('network')
    if (fate === 'portal')
      return { status: 200, headers: {}, body: '<html>Selamat datang di WiFi pelabuhan</html>' }
    if (fate === 'gateway') return { status: 502, headers: {}, body: '<html>Bad gateway</html>' }
    const cookie = fate === 'signed-out' ? 'satu-antrean=gone' : this.#cookie
    const part = fate === 'cut' && body ? Math.floor(body.length * this.#chance.next()) : undefined
    const sent = { ...headers, cookie, origin: this.origin }
    const heard = await request(method, new URL(url, this.origin), sent, body, part)
    this.bytes += part ?? body?.length ?? 0
    if (fate === 'lost-after' || !this.online) throw new TypeError('network')
    return heard
  }

  /** The same line for tus. `gate`: each exchange is a step at which a tab may die. */
  stack(gate: <T>(work: () => Promise<T>) => Promise<T>): HttpStack {
    return {
      createRequest: (method, url) =>
        new LineRequest(
          (headers, bytes) => gate(() => this.exchange(method, url, headers, bytes)),
          method,
          url,
        ),
      getName: () => 'line',
    }
  }
}

type Heard = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: string }

/** `part`: so many bytes of the body leave, and then the line is cut. */
function request(
  method: string,
  url: URL,
  headers: Record<string, string>,
  body: Uint8Array | undefined,
  part: number | undefined,
): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(body.length) }
    const asked = http.request(url, { method, headers: { ...headers, ...length } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(pieces).toString(),
        }),
      )
      answer.on('error', reject)
    })
    asked.on('error', reject)
    if (body === undefined) asked.end()
    else if (part === undefined) asked.end(body)
    else
      asked.write(body.subarray(0, part), () => setTimeout(() => asked.destroy(new TypeError('network')), 2))
  })
}

type Exchange = (headers: Record<string, string>, body: Uint8Array | undefined) => Promise<Heard>

class LineRequest implements HttpRequest {
  readonly #exchange: Exchange
  readonly #method: string
  readonly #url: string
  readonly #headers: Record<string, string> = {}
  #progress: (sent: number) => void = () => undefined
  #aborted = false

  constructor(exchange: Exchange, method: string, url: string) {
    this.#exchange = exchange
    this.#method = method
    this.#url = url
  }

  getMethod = () => this.#method
  getURL = () => this.#url
  setHeader(name: string, value: string): void {
    this.#headers[name.toLowerCase()] = value
  }
  getHeader = (name: string) => this.#headers[name.toLowerCase()]
  setProgressHandler(handler: (sent: number) => void): void {
    this.#progress = handler
  }
  async send(body: unknown): Promise<HttpResponse> {
    const bytes = body === null || body === undefined ? undefined : new Uint8Array(body as Buffer)
    const heard = await this.#exchange(this.#headers, bytes)
    if (this.#aborted) return new Promise<HttpResponse>(() => undefined)
    if (bytes) this.#progress(bytes.length)
    return {
      getStatus: () => heard.status,
      getHeader: (name) => heard.headers[name.toLowerCase()] as string | undefined,
      getBody: () => heard.body,
      getUnderlyingObject: () => heard,
    }
  }
  abort(): Promise<void> {
    this.#aborted = true
    return Promise.resolve()
  }
  getUnderlyingObject = () => this
}
