import { useCallback, useSyncExternalStore } from 'react'

/** A view that a person keeps for themselves: a name and the address of the list. */
export type SavedView = { readonly name: string; readonly address: string }

const listeners = new Set<() => void>()
const NONE: readonly SavedView[] = []
let read:
  | { readonly key: string; readonly text: string | null; readonly views: readonly SavedView[] }
  | undefined

function parse(text: string | null): readonly SavedView[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found)
      ? found.filter(
          (one): one is SavedView => typeof one?.name === 'string' && typeof one?.address === 'string',
        )
      : NONE
  } catch {
    return NONE
  }
}

function current(key: string): readonly SavedView[] {
  const text = localStorage.getItem(key)
  if (read?.key !== key || read.text !== text) read = { key, text, views: parse(text) }
  return read.views
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** The saved views of this person on this device. */
export function useSavedViews(personId: string): {
  readonly views: readonly SavedView[]
  readonly save: (view: SavedView) => void
  readonly drop: (name: string) => void
} {
  const key = `tampilan:${personId}`
  const views = useSyncExternalStore(
    subscribe,
    () => current(key),
    () => NONE,
  )
  const write = useCallback(
    (next: readonly SavedView[]) => {
      localStorage.setItem(key, JSON.stringify(next))
      for (const listener of listeners) listener()
    },
    [key],
  )
  const save = useCallback(
    (view: SavedView) => write([...current(key).filter((one) => one.name !== view.name), view]),
    [key, write],
  )
  const drop = useCallback(
    (name: string) => write(current(key).filter((one) => one.name !== name)),
    [key, write],
  )
  return { views, save, drop }
}
