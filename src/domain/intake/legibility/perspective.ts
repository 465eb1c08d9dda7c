import type { Quad } from './quad.ts'

/** Nine numbers, row by row, that carry points of one plane to another. */
export type Projection = readonly [number, number, number, number, number, number, number, number, number]

/** Carries a sheet of `width` × `height` onto four corners in a photo. */
export function ontoQuad([p0, p1, p2, p3]: Quad, width: number, height: number): Projection {
  const [dx1, dy1] = [p1.x - p2.x, p1.y - p2.y]
  const [dx2, dy2] = [p3.x - p2.x, p3.y - p2.y]
  const [sx, sy] = [p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y]
  const det = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / det
  const h = (dx1 * sy - sx * dy1) / det
  const [u, v] = [1 / width, 1 / height]
  return [
    (p1.x - p0.x + g * p1.x) * u,
    (p3.x - p0.x + h * p3.x) * v,
    p0.x,
    (p1.y - p0.y + g * p1.y) * u,
    (p3.y - p0.y + h * p3.y) * v,
    p0.y,
    g * u,
    h * v,
    1,
  ]
}

export function inverted([a, b, c, d, e, f, g, h, i]: Projection): Projection {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}

export function carried(by: Projection, x: number, y: number): { readonly x: number; readonly y: number } {
  const w = by[6] * x + by[7] * y + by[8]
  return { x: (by[0] * x + by[1] * y + by[2]) / w, y: (by[3] * x + by[4] * y + by[5]) / w }
}
