import { useEffect, useSyncExternalStore } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { askTime, keepTime } from '#client/keep-time.ts'
import { decodeRows } from '#client/replica/decode-rows.ts'
import { onRules } from '#client/time-rules.ts'
import { api } from '#client/trpc.ts'
import { LiveConnection } from './connection.ts'
import { currentConnection, onConnection, setConnection } from './live.ts'

onRules(() => currentConnection()?.recount())

/** The connection of this tab, made once per person. In the browser only. */
export function liveConnection(
  me: Actor,
  queues: readonly QueueId[],
  onEnded: () => void = toSignIn,
): LiveConnection {
  const current = currentConnection()
  if (current?.me.id === me.id) return current
  void current?.close() // another person at the same device: nothing of the first one stays
  keepTime()
  const made = new LiveConnection(me, queues, {
    async pull(queue, seq) {
      const answer = await api.queue.since.query({ queue, seq })
      return { seq: answer.seq, rows: decodeRows(answer.rows) }
    },
    onEnded,
    onRules: () => void askTime(),
  })
  setConnection(made)
  void made.start()
  return made
}

function toSignIn(): void {
  location.assign(`/masuk?kembali=${encodeURIComponent(location.pathname + location.search)}`)
}

/** The live connection of this tab, for the queues that this person hears. It is made by the first screen that asks. */
export function useLiveConnection(me: Actor, hears: readonly QueueId[]): LiveConnection | undefined {
  // Names and lists come anew with every page; the connection is one for the person.
  const key = `${me.id} ${hears.join()}`
  useEffect(() => {
    if (hears.length > 0) liveConnection(me, hears)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` says whether person or queues are others
  }, [key])
  return useSyncExternalStore(
    onConnection,
    () => {
      const current = currentConnection()
      return hears.length > 0 && current?.me.id === me.id ? current : undefined
    },
    () => undefined,
  )
}
