import type { ComponentType, LazyExoticComponent } from 'react'
import { lazy } from 'react'

const AGAIN_AFTER_MS = 3_000

/**
 * A part of a page that is fetched when it is first needed. Where the line is cut just then it is asked for again until
 * it comes: the page around it stays, and no word on it is lost to an error screen.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- as React's own `lazy` says it
export function lazyPart<Part extends ComponentType<any>>(
  load: () => Promise<{ readonly default: Part }>,
): LazyExoticComponent<Part> {
  return lazy(() => untilHere(load))
}

/** Asks until it comes: at once when there is a line again, else every few seconds. */
export async function untilHere<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch (error) {
      if (typeof window === 'undefined') throw error
      await new Promise<void>((resolve) => {
        const again = () => {
          clearTimeout(timer)
          window.removeEventListener('online', again)
          resolve()
        }
        const timer = setTimeout(again, AGAIN_AFTER_MS)
        window.addEventListener('online', again)
      })
    }
  }
}
