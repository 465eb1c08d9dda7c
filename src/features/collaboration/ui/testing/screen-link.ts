import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { ROW_FORMAT } from '#domain/case/row-codec.ts'
import { Words } from '#client/live/words.ts'

/** A tab's own link to an instance, in the hand of a test: it can be cut, mended, and lose answers. */
export class ScreenLink extends Words {
  readonly socket: Socket
  /** Everything that came, as it came: what a curious person could read of it. */
  readonly heard: unknown[][] = []
  /** So many answers are lost from here on: what was asked is done, and nobody is told. */
  loseAnswers = 0

  constructor(port: number, cookie: string) {
    super()
    this.socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: (give) => give({ v: ROW_FORMAT, marks: {} }),
      extraHeaders: { cookie, origin: `http://127.0.0.1:${port}` },
    })
    this.listen(this.socket)
    this.socket.onAny((...frame: unknown[]) => this.heard.push(frame))
  }

  override async ask(event: string, ...input: readonly unknown[]): Promise<unknown> {
    const answer = await super.ask(event, ...input)
    if (event === 'note-send' && this.loseAnswers > 0) {
      this.loseAnswers -= 1
      throw new Error('the answer was lost')
    }
    this.heard.push([event, answer])
    return answer
  }

  async up(): Promise<this> {
    if (!this.socket.connected)
      await new Promise<void>((resolve, reject) => {
        this.socket.once('connect', resolve)
        this.socket.once('connect_error', reject)
      })
    return this
  }

  cut(): void {
    this.socket.disconnect()
  }

  mend(): Promise<this> {
    this.socket.connect()
    return this.up()
  }

  /** Every byte that came, in words. */
  get bytes(): string {
    const seen: string[] = []
    const walk = (value: unknown): void => {
      if (value instanceof Uint8Array) seen.push(Buffer.from(value).toString('latin1'))
      else if (value instanceof ArrayBuffer) seen.push(Buffer.from(value).toString('latin1'))
      else if (Array.isArray(value)) value.forEach(walk)
      else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk)
      else seen.push(String(value))
    }
    walk(this.heard)
    return seen.join(' ')
  }
}
