import type { Socket } from 'socket.io-client'

const ANSWER_MS = 8_000

/** What else is said and heard over the one link of a tab, beside queues and colleagues: each by its own event. */
export class Words {
  readonly #ears = new Map<string, Set<(frame: readonly unknown[]) => void>>()
  readonly #onLine = new Set<() => void>()
  #socket: Socket | undefined

  listen(socket: Socket): void {
    this.#socket = socket
    socket.onAny((event: string, frame: unknown) => {
      if (Array.isArray(frame)) for (const ear of this.#ears.get(event) ?? []) ear(frame)
    })
    const changed = () => this.#onLine.forEach((listener) => listener())
    socket.on('connect', changed)
    socket.on('disconnect', changed)
  }

  get connected(): boolean {
    return this.#socket?.connected ?? false
  }

  hear(event: string, ear: (frame: readonly unknown[]) => void): () => void {
    const ears = this.#ears.get(event) ?? new Set()
    this.#ears.set(event, ears.add(ear))
    return () => ears.delete(ear)
  }

  /** The line came or went: see `connected`. */
  onLine(listener: () => void): () => void {
    this.#onLine.add(listener)
    return () => this.#onLine.delete(listener)
  }

  /** The server's answer. Throws when there is no line, or no answer in the time: it may or may not have been heard. */
  async ask(event: string, ...input: readonly unknown[]): Promise<unknown> {
    const socket = this.#socket
    if (!socket?.connected) throw new Error('no line')
    return socket.timeout(ANSWER_MS).emitWithAck(event, ...input)
  }

  /** May be lost. */
  say(event: string, ...input: readonly unknown[]): void {
    if (this.#socket?.connected) this.#socket.volatile.emit(event, ...input)
  }
}
