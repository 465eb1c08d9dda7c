import { useCallback, useEffect, useState } from 'react'

const DENSITIES = [
  { name: 'biasa', px: 36 },
  { name: 'rapat', px: 30 },
  { name: 'lega', px: 44 },
] as const
type Density = (typeof DENSITIES)[number]
const CARD: { readonly name: Density['name']; readonly px: number } = { name: 'biasa', px: 108 }
const KEPT = 'kerapatan'
const NARROW = '(max-width: 639px)'

/** Height of a row: three densities at the desk, remembered; a card on a phone. The second value goes to the next one. */
export function useRowHeight(): readonly [
  { readonly name: Density['name']; readonly px: number },
  () => void,
] {
  const [density, setDensity] = useState<Density>(DENSITIES[0])
  const [narrow, setNarrow] = useState(false)
  useEffect(() => {
    const kept = localStorage.getItem(KEPT)
    setDensity(DENSITIES.find((one) => one.name === kept) ?? DENSITIES[0])
    const screen = matchMedia(NARROW)
    const look = () => setNarrow(screen.matches)
    look()
    screen.addEventListener('change', look)
    return () => screen.removeEventListener('change', look)
  }, [])
  const next = useCallback(() => {
    setDensity((before) => {
      const after = DENSITIES[(DENSITIES.indexOf(before) + 1) % DENSITIES.length] ?? DENSITIES[0]
      localStorage.setItem(KEPT, after.name)
      return after
    })
  }, [])
  return [narrow ? CARD : density, next]
}
