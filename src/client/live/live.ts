import { useEffect, useSyncExternalStore } from 'react'
import type { Link, LiveConnection, PresentPerson } from './connection.ts'

// What a screen asks of the connection, without carrying what it is made of: that is in `live-connection.ts`.

let current: LiveConnection | undefined
/** Where this person is and who listens: known before there is a connection, and kept when it changes. */
let place: string | null = null
const presenceListeners = new Set<() => void>()
const connectionListeners = new Set<() => void>()

/** From now on this is the connection of this tab. */
export function setConnection(next: LiveConnection): void {
  current = next
  next.onPresence(() => presenceListeners.forEach((listener) => listener()))
  next.watch(place)
  for (const listener of connectionListeners) listener()
}

/** The connection, if this page has one. */
export function currentConnection(): LiveConnection | undefined {
  return current
}

export const onConnection = (listener: () => void): (() => void) => {
  connectionListeners.add(listener)
  return () => connectionListeners.delete(listener)
}

/** The connection as soon as somebody has opened it. */
export function useCurrentConnection(): LiveConnection | undefined {
  return useSyncExternalStore(
    onConnection,
    () => current,
    () => undefined,
  )
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
