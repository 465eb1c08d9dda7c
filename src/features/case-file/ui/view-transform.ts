/** How a paper lies under the glass. `scale` 1 draws a page 600 px wide; `turn` is in quarters to the right. */
export type ViewTransform = {
  readonly scale: number
  readonly x: number
  readonly y: number
  readonly turn: number
}

export const PAGE_WIDTH = 600
const LEAST = 0.25
const MOST = 4
const STEP = 1.25

type Box = { readonly width: number; readonly height: number }

/** Room for the tool bar above the paper, and air around it. */
const TOP = 52
const EDGE = 16

/** The whole page visible below the tool bar, as large as it goes. */
export function fitted(stage: Box, page: Box, turn: number): ViewTransform {
  const lying = turn % 2 === 1
  const width = lying ? page.height : page.width
  const height = lying ? page.width : page.height
  const scale = Math.min((stage.width - 2 * EDGE) / width, (stage.height - TOP - EDGE) / height)
  return { scale: clamp(scale), x: 0, y: (TOP - EDGE) / 2, turn }
}

/** Zoom by steps around the middle of the glass; what lies there stays there. */
export function zoomed(
  view: ViewTransform,
  steps: number,
  at: { readonly x: number; readonly y: number } = { x: 0, y: 0 },
): ViewTransform {
  return zoomedBy(view, STEP ** steps, at)
}

export function zoomedBy(
  view: ViewTransform,
  factor: number,
  at: { readonly x: number; readonly y: number },
): ViewTransform {
  const scale = clamp(view.scale * factor)
  const real = scale / view.scale
  return { ...view, scale, x: at.x - (at.x - view.x) * real, y: at.y - (at.y - view.y) * real }
}

/** Moves the paper, but never so far that it leaves the glass. */
export function moved(view: ViewTransform, dx: number, dy: number, stage: Box, page: Box): ViewTransform {
  const reachX = Math.max(0, (page.width * view.scale + stage.width) / 2 - 60)
  const reachY = Math.max(0, (page.height * view.scale + stage.height) / 2 - 60)
  return { ...view, x: within(view.x + dx, reachX), y: within(view.y + dy, reachY) }
}

export function turned(view: ViewTransform): ViewTransform {
  return { ...view, turn: (view.turn + 1) % 4, x: 0, y: 0 }
}

export function cssTransform(view: ViewTransform): string {
  return `translate(-50%, -50%) translate(${view.x}px, ${view.y}px) rotate(${view.turn * 90}deg) scale(${view.scale})`
}

function clamp(scale: number): number {
  return Math.min(MOST, Math.max(LEAST, scale))
}

function within(value: number, reach: number): number {
  return Math.min(reach, Math.max(-reach, value))
}
