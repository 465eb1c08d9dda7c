import { useCallback, useSyncExternalStore } from 'react'

const DENSITIES = [
  { name: 'biasa', px: 36 },
  { name: 'rapat', px: 30 },
  { name: 'lega', px: 44 },
] as const
type Density = (typeof DENSITIES)[number]
const CARD: { readonly name: Density['name']; readonly px: number } = { name: 'biasa', px: 108 }
const KEPT = 'kerapatan'
const NARROW = '(max-width: 639px)'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  const screen = matchMedia(NARROW)
  screen.addEventListener('change', listener)
  listeners.add(listener)
  return () => {
    screen.removeEventListener('change', listener)
    listeners.delete(listener)
  }
}

function density(): Density {
  const kept = localStorage.getItem(KEPT)
  return DENSITIES.find((one) => one.name === kept) ?? DENSITIES[0]
}

/** Height of a row: three densities at the desk, remembered; a card on a phone. The second value goes to the next one. */
export function useRowHeight(): readonly [
  { readonly name: Density['name']; readonly px: number },
  () => void,
] {
  const height = useSyncExternalStore(
    subscribe,
    () => (matchMedia(NARROW).matches ? CARD : density()),
    () => DENSITIES[0],
  )
  const next = useCallback(() => {
    const after = DENSITIES[(DENSITIES.indexOf(density()) + 1) % DENSITIES.length] ?? DENSITIES[0]
    localStorage.setItem(KEPT, after.name)
    for (const listener of listeners) listener()
  }, [])
  return [height, next]
}
