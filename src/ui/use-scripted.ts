import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Has the script taken this page over? On a slow line it is on the screen long before. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
