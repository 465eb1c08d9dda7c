import { useEffect, useSyncExternalStore } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { decodeRows } from '#client/replica/decode-rows.ts'
import { api } from '#client/trpc.ts'
import type { Link, PresentPerson } from './connection.ts'
import { LiveConnection } from './connection.ts'

let current: LiveConnection | undefined
/** Where this person is and who listens: known before there is a connection, and kept when it changes. */
let place: string | null = null
const presenceListeners = new Set<() => void>()

/** The connection of this tab, made once per person. In the browser only. */
export function liveConnection(me: Actor, queues: readonly QueueId[]): LiveConnection {
  if (current?.me.id === me.id) return current
  void current?.close() // another person at the same device: nothing of the first one stays
  current = new LiveConnection(me, queues, {
    async pull(queue, seq) {
      const answer = await api.queue.since.query({ queue, seq })
      return { seq: answer.seq, rows: decodeRows(answer.rows) }
    },
    onEnded: () =>
      location.assign(`/masuk?kembali=${encodeURIComponent(location.pathname + location.search)}`),
  })
  current.onPresence(() => presenceListeners.forEach((listener) => listener()))
  current.watch(place)
  void current.start()
  return current
}

/** The connection, if this page has one. */
export function currentConnection(): LiveConnection | undefined {
  return current
}

const NO_LINK: Link = { state: 'starting', newsAt: undefined }
const noListener = () => () => undefined

export function useLink(live: LiveConnection | undefined): Link {
  return useSyncExternalStore(
    live?.onLink ?? noListener,
    () => live?.link ?? NO_LINK,
    () => NO_LINK,
  )
}

function goTo(next: string | null): void {
  place = next
  current?.watch(next)
}

const onPresence = (listener: () => void) => {
  presenceListeners.add(listener)
  return () => presenceListeners.delete(listener)
}

const NOBODY: readonly PresentPerson[] = []

/** Who else is here; and while this is shown, colleagues see that I am. Place: `queue:<id>` or `case:<id>`. */
export function usePresence(here: string | null): readonly PresentPerson[] {
  useEffect(() => {
    goTo(here)
    return () => goTo(null)
  }, [here])
  return useSyncExternalStore(
    onPresence,
    () => (here === null ? NOBODY : (current?.presentAt(here) ?? NOBODY)),
    () => NOBODY,
  )
}
