export type Point = { readonly x: number; readonly y: number }
/** Four corners: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point]

export function quadArea(quad: Quad): number {
  let twice = 0
  quad.forEach((point, index) => {
    const next = quad[(index + 1) % 4] ?? point
    twice += point.x * next.y - next.x * point.y
  })
  return Math.abs(twice) / 2
}

const cross = (o: Point, a: Point, b: Point) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)

/** Corners clockwise on a screen, y downwards. */
export function inQuad([a, b, c, d]: Quad, x: number, y: number): boolean {
  const point = { x, y }
  return (
    cross(a, b, point) >= 0 && cross(b, c, point) >= 0 && cross(c, d, point) >= 0 && cross(d, a, point) >= 0
  )
}

/** The convex hull, clockwise on a screen, y downwards. */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of ordered) {
      for (;;) {
        const last = chain.at(-1)
        const before = chain.at(-2)
        if (last === undefined || before === undefined || cross(before, last, point) > 0) break
        chain.pop()
      }
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

const MOST_CORNERS = 26

/** The greatest four-cornered shape inside a hull. */
export function largestQuad(hull: readonly Point[]): Quad | undefined {
  const points = simplified(hull, MOST_CORNERS)
  const count = points.length
  if (count < 4) return undefined
  let best = 0
  let found: [Point, Point, Point, Point] | undefined
  for (let i = 0; i < count - 2; i++) {
    for (let j = i + 2; j < count; j++) {
      const a = points[i]
      const c = points[j]
      if (!a || !c) continue
      const b = furthest(points, i + 1, j, a, c)
      const d = furthest(points, j + 1, count + i, a, c)
      if (!b || !d) continue
      const area = b.area + d.area
      if (area > best) {
        best = area
        found = [a, b.point, c, d.point]
      }
    }
  }
  return found && fromTopLeft(found)
}

function furthest(
  points: readonly Point[],
  from: number,
  to: number,
  a: Point,
  c: Point,
): { readonly point: Point; readonly area: number } | undefined {
  let area = 0
  let point: Point | undefined
  for (let index = from; index < to; index++) {
    const candidate = points[index % points.length]
    if (!candidate) continue
    const size = Math.abs(cross(a, c, candidate))
    if (size > area) {
      area = size
      point = candidate
    }
  }
  return point && { point, area }
}

/** Drops, one by one, the corner that changes the hull least. */
function simplified(hull: readonly Point[], most: number): readonly Point[] {
  let points = [...hull]
  while (points.length > most) {
    let least = Infinity
    let drop = 0
    points.forEach((point, index) => {
      const before = points.at(index - 1) ?? point
      const after = points[(index + 1) % points.length] ?? point
      const size = Math.abs(cross(before, point, after))
      if (size < least) {
        least = size
        drop = index
      }
    })
    points = points.filter((_, index) => index !== drop)
  }
  return points
}

function fromTopLeft(quad: Quad): Quad {
  let first = 0
  quad.forEach((point, index) => {
    const best = quad[first]
    if (best && point.x + point.y < best.x + best.y) first = index
  })
  const at = (index: number) => quad[(first + index) % 4] ?? quad[0]
  return [at(0), at(1), at(2), at(3)]
}

/** Each side laid through the edge points near it, then the corners where the sides meet. */
export function refined(quad: Quad, edge: readonly Point[]): Quad {
  const lines = quad.map((from, index) => {
    const to = quad[(index + 1) % 4] ?? from
    return fitted(from, to, edge) ?? lineOf(from, to)
  })
  const corners = quad.map((corner, index) => {
    const before = lines.at(index - 1)
    const after = lines[index]
    const met = before && after ? meeting(before, after) : undefined
    return met && Math.hypot(met.x - corner.x, met.y - corner.y) < 12 ? met : corner
  })
  const [a = quad[0], b = quad[1], c = quad[2], d = quad[3]] = corners
  return [a, b, c, d]
}

/** nx·x + ny·y = c */
type Line = { readonly nx: number; readonly ny: number; readonly c: number }

function lineOf(from: Point, to: Point): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const nx = (from.y - to.y) / length
  const ny = (to.x - from.x) / length
  return { nx, ny, c: nx * from.x + ny * from.y }
}

function fitted(from: Point, to: Point, edge: readonly Point[]): Line | undefined {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const line = lineOf(from, to)
  const near = edge.filter((point) => {
    const part = ((point.x - from.x) * along.x + (point.y - from.y) * along.y) / length
    return part > 0.08 && part < 0.92 && Math.abs(line.nx * point.x + line.ny * point.y - line.c) < 3
  })
  if (near.length < 12) return undefined
  const cx = near.reduce((sum, point) => sum + point.x, 0) / near.length
  const cy = near.reduce((sum, point) => sum + point.y, 0) / near.length
  let xx = 0
  let xy = 0
  let yy = 0
  for (const point of near) {
    xx += (point.x - cx) ** 2
    xy += (point.x - cx) * (point.y - cy)
    yy += (point.y - cy) ** 2
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const nx = -Math.sin(angle)
  const ny = Math.cos(angle)
  return { nx, ny, c: nx * cx + ny * cy }
}

function meeting(one: Line, other: Line): Point | undefined {
  const det = one.nx * other.ny - other.nx * one.ny
  if (Math.abs(det) < 0.2) return undefined
  return {
    x: (one.c * other.ny - other.c * one.ny) / det,
    y: (one.nx * other.c - other.nx * one.c) / det,
  }
}
