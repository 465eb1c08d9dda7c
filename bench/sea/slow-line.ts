import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type LineSettings = {
  readonly bytesPerSecond: number
  readonly roundTripMs: number
  /** Share of packets that are lost: each is sent again a round trip later, and what follows it waits. */
  readonly loss: number
  readonly seed: number
}

/** 64 kbit/s, 800 ms, 10 % loss: the line to an island on a bad day. */
export const SEA: LineSettings = { bytesPerSecond: 8_000, roundTripMs: 800, loss: 0.1, seed: 1 }

const PACKET = 1_400

/** One way of the line. All connections share its breadth, packet by packet. */
class Way {
  /** What was put on the line, without what the line itself had to send again. */
  bytes = 0
  bytesPerSecond: number
  #freeAt = 0
  readonly #settings: LineSettings
  readonly #random: () => number

  constructor(settings: LineSettings, random: () => number) {
    this.#settings = settings
    this.#random = random
    this.bytesPerSecond = settings.bytesPerSecond
  }

  /** Takes its turn on the line; answers when the packet is off it, and when it will be there. */
  send(length: number): { readonly offAt: number; readonly thereAt: number } {
    const { loss } = this.#settings
    this.bytes += length
    // As broad as anything: then it is no line at all, for what is not measured.
    if (this.bytesPerSecond === Infinity) return { offAt: 0, thereAt: 0 }
    const { roundTripMs } = this.#settings
    const ms = (1000 * length) / this.bytesPerSecond
    let offAt = Math.max(performance.now(), this.#freeAt) + ms
    this.#freeAt = offAt
    let thereAt = offAt + roundTripMs / 2
    while (this.#random() < loss) {
      this.#freeAt += ms
      offAt = this.#freeAt
      thereAt = Math.max(thereAt + roundTripMs, offAt + roundTripMs / 2)
    }
    return { offAt, thereAt }
  }
}

/** A TCP line of a given breadth, delay and loss that can be cut, and can go dead without a word. */
export class SlowLine {
  readonly port: number
  readonly up: Way
  readonly down: Way
  #state: 'open' | 'cut' | 'dead' = 'open'
  readonly #settings: LineSettings
  readonly #pairs = new Set<readonly [Socket, Socket]>()
  readonly #server: ReturnType<typeof createServer>

  private constructor(server: ReturnType<typeof createServer>, to: () => number, settings: LineSettings) {
    this.port = (server.address() as AddressInfo).port
    this.#server = server
    this.#settings = settings
    const random = seeded(settings.seed)
    this.up = new Way(settings, random)
    this.down = new Way(settings, random)
    server.on('connection', (near) => {
      near.on('error', () => undefined)
      if (this.#state === 'cut') return void near.destroy()
      const far = connect(to(), '127.0.0.1')
      far.on('error', () => near.destroy())
      const pair = [near, far] as const
      this.#pairs.add(pair)
      near.once('close', () => {
        this.#pairs.delete(pair)
        setTimeout(() => far.destroy(), settings.roundTripMs) // what is under way to it still comes
      })
      // The browser's connect came back at once: the handshake's round trip is paid by its first packet.
      void this.#carry(near, far, this.up, settings.roundTripMs)
      void this.#carry(far, near, this.down, 0)
    })
  }

  /** `to` is asked at each connection: the server behind may start later than the line. */
  static async open(to: () => number, settings: LineSettings = SEA): Promise<SlowLine> {
    const server = createServer({ pauseOnConnect: false })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new SlowLine(server, to, settings)
  }

  get bytes(): number {
    return this.up.bytes + this.down.bytes
  }

  get roundTripMs(): number {
    return this.#settings.roundTripMs
  }

  get bytesPerSecond(): number {
    return this.#settings.bytesPerSecond
  }

  /** Another breadth from now on; as it was, when none is named. */
  breadth(bytesPerSecond: number = this.#settings.bytesPerSecond): void {
    this.up.bytesPerSecond = bytesPerSecond
    this.down.bytesPerSecond = bytesPerSecond
  }

  /**
   * The phone has no line any more, until `mend`: every connection of it breaks. What had left it already arrives at
   * the server, as it does when a mast fails; what was on its way to the phone is lost.
   */
  cut(): void {
    this.#state = 'cut'
    for (const [near] of this.#pairs) near.resetAndDestroy()
  }

  /** Nothing is closed, and nothing comes through any more. */
  silence(): void {
    this.#state = 'dead'
  }

  mend(): void {
    this.#state = 'open'
  }

  close(): void {
    this.cut()
    for (const [, far] of this.#pairs) far.destroy()
    this.#server.close()
  }

  async #carry(from: Socket, to: Socket, way: Way, firstMs: number): Promise<void> {
    const begunAt = performance.now()
    let last: Promise<unknown> = Promise.resolve()
    let thereBefore = 0
    try {
      // Read at the pace of the line, so that what waits does so at its beginning, and is not lost at a cut.
      for await (const bytes of from as AsyncIterable<Buffer>)
        for (let at = 0; at < bytes.length; at += PACKET) {
          const packet = bytes.subarray(at, at + PACKET)
          const { offAt, thereAt } = way.send(packet.length)
          thereBefore = Math.max(
            thereBefore,
            thereAt === 0 ? 0 : Math.max(thereAt, begunAt + firstMs + this.#settings.roundTripMs / 2),
          )
          const there = thereBefore
          last = last.then(async () => {
            await until(there)
            if (this.#state !== 'dead' && !to.destroyed) to.write(packet)
          })
          await until(offAt)
        }
      await last
      if (this.#state !== 'dead') to.end()
    } catch {
      // The phone's end broke: the server's end is closed once everything under way has come.
      if (this.#state !== 'dead' && way === this.down) to.destroy()
    }
  }
}

async function until(at: number): Promise<void> {
  const left = at - performance.now()
  if (left > 0.5) await sleep(left)
}

/** Small and even enough: the same losses in every run. */
function seeded(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
