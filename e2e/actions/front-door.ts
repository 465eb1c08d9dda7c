import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { connect } from 'node:net'

/**
 * What stands between a phone and the server, in a test's hand. `portal`: an hotel's page with status 200 for
 * everything. `ill`: the server answers 503. `dead`: nothing is closed, nothing comes through.
 */
export type Door = 'open' | 'portal' | 'ill' | 'dead'

export class FrontDoor {
  readonly port: number
  door: Door = 'open'
  /** A later version of the worker is served from now on: other bytes, the same work. */
  version = 0
  readonly #server: Server
  readonly #to: number
  readonly #sockets = new Set<Socket>()

  private constructor(server: Server, to: number) {
    this.#server = server
    this.#to = to
    this.port = (server.address() as AddressInfo).port
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
    server.on('request', (req: IncomingMessage, res: ServerResponse) => this.#answer(req, res))
    server.on('upgrade', (req: IncomingMessage, near: Socket, head: Buffer) => this.#upgrade(req, near, head))
  }

  static async to(port: number): Promise<FrontDoor> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new FrontDoor(server, port)
  }

  #answer(req: IncomingMessage, res: ServerResponse): void {
    if (this.door === 'dead') return
    if (this.door === 'portal') {
      res.writeHead(200, { 'content-type': 'text/html' })
      return void res.end('<title>Wi-Fi Hotel Masohi</title><h1>Masukkan nomor kamar</h1>')
    }
    if (this.door === 'ill') return void res.writeHead(503).end('sebentar')
    const isWorker = req.url === '/sw.js' && this.version > 0
    const headers = { ...req.headers }
    if (isWorker) {
      delete headers['if-none-match']
      headers['accept-encoding'] = 'identity'
    }
    const asked = request(
      { host: '127.0.0.1', port: this.#to, path: req.url, method: req.method, headers },
      (came) => {
        const extra = isWorker ? `\n// ${this.version}` : ''
        const { 'content-length': length, ...rest } = came.headers
        const sized = length === undefined ? {} : { 'content-length': String(Number(length) + extra.length) }
        res.writeHead(came.statusCode ?? 502, { ...rest, ...sized })
        came.pipe(res, { end: false })
        came.on('end', () => res.end(extra))
      },
    )
    asked.on('error', () => res.destroy())
    req.pipe(asked)
  }

  #upgrade(req: IncomingMessage, near: Socket, head: Buffer): void {
    if (this.door !== 'open') return void near.destroy()
    const far = connect(this.#to, '127.0.0.1', () => {
      const lines = req.rawHeaders.flatMap((name, at) =>
        at % 2 === 0 ? [`${name}: ${req.rawHeaders[at + 1]}`] : [],
      )
      far.write(`${req.method} ${req.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      far.write(head)
      near.on('data', (bytes) => this.door !== 'dead' && far.write(bytes))
      far.on('data', (bytes) => this.door !== 'dead' && near.write(bytes))
      near.on('close', () => far.destroy())
      far.on('close', () => this.door !== 'dead' && near.destroy())
    })
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }
}
