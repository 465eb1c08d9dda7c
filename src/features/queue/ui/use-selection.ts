import { useCallback, useMemo, useRef, useState } from 'react'

const NONE: ReadonlySet<string> = new Set()

export type Selection = {
  readonly ids: ReadonlySet<string>
  /** One more or one less; with `extend` everything from the last chosen to this one. */
  readonly toggle: (id: string, extend: boolean) => void
  readonly set: (ids: Iterable<string>) => void
  readonly clear: () => void
}

/** Chosen rows, as ids: whatever changes or moves in the list, the same cases stay chosen. */
export function useSelection(order: () => readonly string[]): Selection {
  const [ids, setIds] = useState(NONE)
  const anchor = useRef<string | undefined>(undefined)
  const toggle = useCallback(
    (id: string, extend: boolean) => {
      const from = anchor.current
      setIds((before) => {
        const next = new Set(before)
        if (extend && from !== undefined) {
          const list = order()
          const [low, high] = [list.indexOf(from), list.indexOf(id)].sort((a, b) => a - b) as [number, number]
          if (low >= 0) for (const one of list.slice(low, high + 1)) next.add(one)
        } else if (!next.delete(id)) next.add(id)
        return next
      })
      anchor.current = id
    },
    [order],
  )
  const set = useCallback((chosen: Iterable<string>) => setIds(new Set(chosen)), [])
  const clear = useCallback(() => setIds(NONE), [])
  return useMemo(() => ({ ids, toggle, set, clear }), [ids, toggle, set, clear])
}
