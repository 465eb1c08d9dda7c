import pg from 'pg'
import * as z from 'zod/mini'
import type { AuthShell } from './auth-shell.ts'
import type { Queryable } from './session-store.ts'

const CHANNEL = 'session_news'

const SessionNews = z.discriminatedUnion('kind', [
  /** These sessions are over: answer nothing more, close their sockets. */
  z.strictObject({ kind: z.literal('ended'), sessionIds: z.array(z.string()) }),
  /** Name or settings of a person changed; the sessions go on. */
  z.strictObject({ kind: z.literal('changed'), personId: z.string() }),
  /** Messages may have been lost: ask the database again about every session in use. */
  z.strictObject({ kind: z.literal('unsure') }),
])
export type SessionNews = z.infer<typeof SessionNews>
type Listener = (news: SessionNews) => void

const listeners = new WeakMap<pg.Pool, Set<Listener>>()

/** Called at once for what this process did, and within a round trip for what another one (or Next's graph) did. */
export function onSessionNews(pool: pg.Pool, listener: Listener): () => void {
  const all = listeners.get(pool) ?? new Set()
  listeners.set(pool, all.add(listener))
  return () => void all.delete(listener)
}

export function tellHere(pool: pg.Pool, news: SessionNews): void {
  for (const listener of listeners.get(pool) ?? []) listener(news)
}

/** Sent with the transaction that made it true: nobody hears of a change that did not happen. */
export async function tellEverywhere(db: Queryable, news: SessionNews): Promise<void> {
  await db.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(news)])
}

/**
 * Listens on a connection of its own until stopped. When the connection breaks, everything heard so far is in doubt:
 * `unsure` is told at once and again after the return.
 */
export async function listenForSessionNews(
  shell: Pick<AuthShell, 'pool' | 'log'>,
): Promise<{ stop(): Promise<void> }> {
  let stopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...shell.pool.options, keepAlive: true })
    client = fresh
    const lost = (): void => {
      if (client !== fresh) return
      client = undefined
      fresh.end().catch(() => undefined) // already gone
      tellHere(shell.pool, { kind: 'unsure' })
      again()
    }
    fresh.on('error', lost)
    fresh.on('end', lost)
    fresh.on('notification', ({ payload }) => {
      const news = SessionNews.safeParse(jsonOf(payload))
      tellHere(shell.pool, news.success ? news.data : { kind: 'unsure' })
    })
    await fresh.connect()
    await fresh.query(`listen ${CHANNEL}`)
    tellHere(shell.pool, { kind: 'unsure' })
  }

  function again(): void {
    if (stopped) return
    timer = setTimeout(() => {
      connect().catch((error: unknown) => {
        shell.log.warn({ err: error }, 'session news: no connection, trying again')
        client = undefined
        again()
      })
    }, 500)
    timer.unref()
  }

  await connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      const last = client
      client = undefined
      await last?.end()
    },
  }
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
