import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'

/** A wire between a browser and the server that can go dead without a word: nothing is closed, nothing comes through. */
export class SwallowingLine {
  readonly port: number
  /** How many connections have come this way. */
  carried = 0
  #isSilent = false
  readonly #ends = new Set<Socket>()
  readonly #close: () => void

  private constructor(server: ReturnType<typeof createServer>, to: number) {
    this.port = (server.address() as AddressInfo).port
    this.#close = () => server.close()
    server.on('connection', (near) => {
      this.carried += 1
      const far = connect(to, '127.0.0.1')
      this.#join(near, far)
      this.#join(far, near)
    })
  }

  static async to(port: number): Promise<SwallowingLine> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new SwallowingLine(server, port)
  }

  #join(from: Socket, to: Socket): void {
    this.#ends.add(from)
    from.on('data', (bytes) => {
      if (!this.#isSilent) to.write(bytes)
    })
    from.on('error', () => undefined)
    from.on('close', () => {
      this.#ends.delete(from)
      if (!this.#isSilent) to.end()
    })
  }

  /** From now on even the end of one side is not heard on the other. */
  silence(): void {
    this.#isSilent = true
  }

  close(): void {
    for (const end of this.#ends) end.destroy()
    this.#close()
  }
}
