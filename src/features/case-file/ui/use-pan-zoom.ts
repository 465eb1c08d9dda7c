'use client'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { ViewTransform } from './view-transform.ts'
import { fitted, moved, zoomed, zoomedBy } from './view-transform.ts'

type Page = { readonly width: number; readonly height: number }
type Change = (next: (view: ViewTransform) => ViewTransform) => void
type Spot = { x: number; y: number }

const ARROW: Record<string, readonly [number, number]> = {
  ArrowLeft: [48, 0],
  ArrowRight: [-48, 0],
  ArrowUp: [0, 48],
  ArrowDown: [0, -48],
}

/** Drag, pinch, wheel and keys over one paper. The transform itself belongs to the caller, so that two papers can share it. */
export function usePanZoom(ref: RefObject<HTMLDivElement | null>, page: Page, change: Change) {
  const spots = useRef(new Map<number, Spot>())
  const untouched = useRef(true)

  const stage = useCallback((): Page => {
    const box = ref.current?.getBoundingClientRect()
    return { width: box?.width ?? 1, height: box?.height ?? 1 }
  }, [ref])

  const fit = useCallback(() => {
    untouched.current = true
    change((view) => fitted(stage(), page, view.turn))
  }, [change, page, stage])

  // A fitted paper stays fitted when the window changes; one that was moved by hand stays where it is.
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    fit()
    const watcher = new ResizeObserver(() => {
      if (untouched.current) fit()
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [ref, fit])

  // React listens to wheel passively; here it must not scroll the page.
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      untouched.current = false
      if (event.ctrlKey || event.metaKey) {
        const box = element.getBoundingClientRect()
        const at = {
          x: event.clientX - box.left - box.width / 2,
          y: event.clientY - box.top - box.height / 2,
        }
        change((view) => zoomedBy(view, Math.exp(-event.deltaY / 300), at))
      } else {
        change((view) => moved(view, -event.deltaX, -event.deltaY, stage(), page))
      }
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [ref, change, page, stage])

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    spots.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const before = spots.current.get(event.pointerId)
    if (!before) return
    untouched.current = false
    const now = { x: event.clientX, y: event.clientY }
    const other = [...spots.current].find(([id]) => id !== event.pointerId)?.[1]
    spots.current.set(event.pointerId, now)
    if (other) {
      const box = event.currentTarget.getBoundingClientRect()
      const at = {
        x: (now.x + other.x) / 2 - box.left - box.width / 2,
        y: (now.y + other.y) / 2 - box.top - box.height / 2,
      }
      const factor = apart(now, other) / Math.max(1, apart(before, other))
      change((view) => zoomedBy(view, factor, at))
    } else {
      change((view) => moved(view, now.x - before.x, now.y - before.y, stage(), page))
    }
  }
  const onPointerEnd = (event: PointerEvent<HTMLDivElement>) => {
    spots.current.delete(event.pointerId)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const arrow = ARROW[event.key]
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    untouched.current = false
    change((view) => moved(view, arrow[0], arrow[1], stage(), page))
  }
  const zoom = useCallback(
    (steps: number) => {
      untouched.current = false
      change((view) => zoomed(view, steps))
    },
    [change],
  )

  return {
    fit,
    zoom,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: onPointerEnd,
      onPointerCancel: onPointerEnd,
      onKeyDown,
    },
  }
}

function apart(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
