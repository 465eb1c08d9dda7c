import type { RefObject } from 'react'
import { useRef } from 'react'
import type { QueueModel } from './queue-model.ts'
import type { TableHandle } from './queue-table.tsx'

type UseReading = {
  readonly model: QueueModel
  readonly table: RefObject<TableHandle | null>
  readonly list: RefObject<HTMLElement | null>
  readonly cursor: string | undefined
  /** Something is chosen or open. */
  readonly busy: boolean
}

/** A pixel or two of scrolling is no reading. */
const SCROLLED_PX = 4

/**
 * Is somebody reading the list? Then new rows wait. Reading is: the pointer is over the rows, one of them has the
 * focus, something is chosen or open, or the list has been scrolled.
 */
export function useReading({ model, table, list, cursor, busy }: UseReading) {
  const pointerIn = useRef(false)
  const isScrolled = () => (table.current?.top() ?? 0) > SCROLLED_PX
  const hasFocus = () => list.current?.querySelector('.rows')?.contains(document.activeElement) ?? false
  model.reading = () => pointerIn.current || busy || isScrolled() || hasFocus()

  /** Takes in the new rows; the row under the cursor, or the first one seen, stays where it is. */
  const showNews = () => {
    const anchor = cursor ?? table.current?.firstSeen()
    const before = anchor === undefined ? undefined : model.list.placeOf(anchor)
    model.refresh()
    const after = anchor === undefined ? undefined : model.list.placeOf(anchor)
    if (before === undefined || after === undefined || !isScrolled()) return
    requestAnimationFrame(() => table.current?.scrollBy(after - before))
  }
  return {
    showNews,
    pointer: {
      onPointerEnter: () => void (pointerIn.current = true),
      onPointerLeave: () => void (pointerIn.current = false),
    },
  }
}
