import type { CSSProperties } from 'react'
import type { GlassBox } from './pin-place.ts'

const WIDTH = 268
const EDGE = 10
const TOP = 56

/** Beside the box and never out of the glass: below it while there is room, else above. A narrow glass has it at its foot. */
export function floatingAt(box: GlassBox, stage: HTMLElement | null): CSSProperties {
  const { clientWidth: width, clientHeight: height } = stage ?? { clientWidth: 680, clientHeight: 700 }
  const right = width / 2 + box.left + box.width
  const left = Math.min(Math.max(EDGE, right + 8), width - WIDTH - EDGE)
  const top = height / 2 + box.top
  const bottom = top + box.height
  const place =
    bottom < height * 0.55
      ? { top: Math.max(TOP, bottom + 14) }
      : { bottom: Math.min(height - TOP - 40, Math.max(EDGE, height - top + 10)) }
  return { left, ...place }
}
