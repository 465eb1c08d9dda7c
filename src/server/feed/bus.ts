import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { Client } from 'pg'
import type { Logger } from 'pino'

const CHANNEL = 'satu_bus'
const MOST_BYTES = 7000 // PostgreSQL takes 8000

/** Words between the instances of this system. They may be lost: each listener has a slower way to the truth. */
export type Bus = {
  readonly instanceId: string
  /** Sent together with what else is said within some milliseconds. The same word twice is sent once. */
  say(topic: string, word: string): void
  /** Words of other instances; never one's own. */
  hear(topic: string, listener: (word: string, instanceId: string) => void): void
  stop(): Promise<void>
}

type Message = { readonly from: string; readonly topic: string; readonly words: string[] }

/**
 * LISTEN/NOTIFY on a connection of its own, outside every write: a NOTIFY inside the write transaction would take one
 * lock for the whole server. Comes back by itself after a database restart.
 */
export function openBus(pool: Pool, log: Pick<Logger, 'warn'>, gatherMs = 10): Bus {
  const instanceId = randomBytes(6).toString('base64url')
  const listeners = new Map<string, ((word: string, from: string) => void)[]>()
  const waiting = new Map<string, Set<string>>()
  let client: Client | undefined
  let sending: NodeJS.Timeout | undefined
  let reconnecting: NodeJS.Timeout | undefined
  let sent: Promise<unknown> = Promise.resolve()
  let stopped = false

  async function connect(): Promise<void> {
    const fresh = new Client({ ...pool.options, keepAlive: true, application_name: 'satu-antrean-bus' })
    const lost = (): void => {
      if (client === fresh) client = undefined
      fresh.removeAllListeners('end')
      fresh.end().catch(() => undefined) // already gone
      connectLater()
    }
    fresh.on('error', lost)
    fresh.once('end', lost)
    fresh.on('notification', ({ payload }) => deliver(payload ?? ''))
    await fresh.connect()
    // Losing a word in a power cut is nothing; waiting for the disk would cost every writer.
    await fresh.query(`set synchronous_commit = off; listen ${CHANNEL}`)
    client = fresh
  }

  function connectLater(): void {
    if (stopped || reconnecting) return
    reconnecting = setTimeout(() => {
      reconnecting = undefined
      connect().catch((error: unknown) => {
        log.warn({ err: error }, 'bus: no connection, trying again')
        connectLater()
      })
    }, 500)
    reconnecting.unref()
  }

  function deliver(payload: string): void {
    const message = parse(payload)
    if (!message || message.from === instanceId) return
    for (const listener of listeners.get(message.topic) ?? []) {
      for (const word of message.words) listener(word, message.from)
    }
  }

  function send(): void {
    sending = undefined
    const now = [...waiting]
    waiting.clear()
    for (const [topic, words] of now) {
      for (const part of parts([...words])) {
        const payload = JSON.stringify({ from: instanceId, topic, words: part } satisfies Message)
        sent = sent
          .then(() => client?.query('select pg_notify($1, $2)', [CHANNEL, payload]))
          .catch(() => undefined) // may be lost
      }
    }
  }

  connect().catch((error: unknown) => {
    log.warn({ err: error }, 'bus: no connection, trying again')
    connectLater()
  })
  return {
    instanceId,
    say(topic, word) {
      const words = waiting.get(topic) ?? new Set()
      waiting.set(topic, words.add(word))
      sending ??= setTimeout(send, gatherMs)
    },
    hear(topic, listener) {
      listeners.set(topic, [...(listeners.get(topic) ?? []), listener])
    },
    async stop() {
      stopped = true
      clearTimeout(sending)
      clearTimeout(reconnecting)
      const last = client
      client = undefined
      last?.removeAllListeners('end')
      await last?.end()
    },
  }
}

function parts(words: readonly string[]): readonly string[][] {
  const found: string[][] = [[]]
  let bytes = 0
  for (const word of words) {
    const size = Buffer.byteLength(JSON.stringify(word)) + 1
    if (bytes + size > MOST_BYTES && bytes > 0) {
      found.push([])
      bytes = 0
    }
    found.at(-1)?.push(word)
    bytes += size
  }
  return found
}

function parse(payload: string): Message | undefined {
  try {
    const message = JSON.parse(payload) as Message
    return typeof message.topic === 'string' && Array.isArray(message.words) ? message : undefined
  } catch {
    return undefined
  }
}
