import { useSyncExternalStore } from 'react'

// How many entries of the list of notices are unread, as the server last said: one number for the whole tab.

let unread: number | undefined
const listeners = new Set<() => void>()

/** Heard over the connection, or read with the list itself. */
export function setUnread(next: number): void {
  if (next === unread) return
  unread = next
  for (const listener of listeners) listener()
}

export function onUnread(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Undefined until it is known. */
export function useUnread(): number | undefined {
  return useSyncExternalStore(
    onUnread,
    () => unread,
    () => undefined,
  )
}
