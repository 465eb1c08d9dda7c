import { useSyncExternalStore } from 'react'
import type { Link, LiveConnection } from './connection.ts'

// What a screen asks of the connection, without carrying what it is made of: that is in `live-connection.ts`.

let current: LiveConnection | undefined
const connectionListeners = new Set<() => void>()

/** From now on this is the connection of this tab. */
export function setConnection(next: LiveConnection): void {
  current = next
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
