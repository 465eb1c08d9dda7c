import { useCallback, useEffect, useState } from 'react'
import type { QueueQuery, ViewId } from './queue-query.ts'
import { addressOf, queryFrom } from './queue-query.ts'

/**
 * The question of the list, kept in the address. A new list (view, filter, order) is a step of its own, so that Back
 * leads to the one before; typing in the search and walking through cases is not.
 */
export function useQuery(
  first: string,
  homeView: ViewId,
  named = false,
): readonly [QueueQuery, (change: Partial<QueueQuery>) => void] {
  const [query, setQuery] = useState(() => queryFrom(new URLSearchParams(first), homeView))
  useEffect(() => {
    const onBack = () => setQuery(queryFrom(new URLSearchParams(location.search), homeView))
    // A page that comes back from the browser's memory was made for an earlier address.
    onBack()
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [homeView])
  const change = useCallback(
    (part: Partial<QueueQuery>) => {
      setQuery((before) => {
        const next = { ...before, ...part }
        const small = Object.keys(part).every((name) => name === 'search' || name === 'open')
        const address = location.pathname + addressOf(next, named ? undefined : homeView)
        if (address === location.pathname + location.search) return next
        // In a microtask: the router listens, and must not be told in the middle of a render.
        queueMicrotask(() =>
          small ? history.replaceState(null, '', address) : history.pushState(null, '', address),
        )
        return next
      })
    },
    [homeView, named],
  )
  return [query, change]
}
