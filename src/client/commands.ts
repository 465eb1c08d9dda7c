import { useEffect, useSyncExternalStore } from 'react'

/** Something that can be done from here, by name: what the command palette offers. */
export type Command = {
  readonly id: string
  readonly name: string
  readonly key?: string
  /** Why it cannot be done now; it stays in the list with its reason. */
  readonly notNow?: string | undefined
  readonly run: () => void
}

let offered: readonly Command[] = []
const sources = new Map<symbol, readonly Command[]>()
const listeners = new Set<() => void>()

function tell(): void {
  offered = [...sources.values()].flat()
  for (const listener of listeners) listener()
}

/** While this screen is shown its actions are in the palette. Give a memoised list. */
export function useOfferCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const source = Symbol('source')
    sources.set(source, commands)
    tell()
    return () => {
      sources.delete(source)
      tell()
    }
  }, [commands])
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const none: readonly Command[] = []

export function useOfferedCommands(): readonly Command[] {
  return useSyncExternalStore(
    subscribe,
    () => offered,
    () => none,
  )
}
