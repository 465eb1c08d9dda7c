import type { FoundPage } from '#domain/intake/legibility/find-page.ts'
import { ontoQuad } from '#domain/intake/legibility/perspective.ts'
import type { Point, Quad } from '#domain/intake/legibility/quad.ts'

/** Only a page that is certain is straightened; else the photo stays as it was taken. */
const CERTAIN = 0.95
const LEAST_PART = 0.12
/** So near to the photo's own edges there is nothing to gain. */
const SLACK = 0.015

export type Rgba = {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

/** The corners to straighten by, in pixels of the photo; undefined when it had better stay as it is. */
export function certainCorners(
  page: FoundPage | undefined,
  block: number,
  photo: { readonly width: number; readonly height: number },
): Quad | undefined {
  if (page === undefined || page.fit < CERTAIN || page.leaves.includes(true)) return undefined
  const scaled = page.corners.map(({ x, y }) => ({ x: x * block, y: y * block }))
  const [a, b, c, d] = scaled
  if (!a || !b || !c || !d) return undefined
  const { width, height } = sizeOf([a, b, c, d])
  if (width * height < LEAST_PART * photo.width * photo.height) return undefined
  if (!isNearlyRect(a, b, c, d)) return undefined
  const slack = SLACK * Math.max(photo.width, photo.height)
  const own = [
    { x: 0, y: 0 },
    { x: photo.width, y: 0 },
    { x: photo.width, y: photo.height },
    { x: 0, y: photo.height },
  ]
  const alreadyStraight = [a, b, c, d].every((corner, at) => far(corner, own[at] ?? corner) < slack)
  return alreadyStraight ? undefined : [a, b, c, d]
}

const far = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)

/** Opposite sides about as long, corners about square: a sheet seen from above, not a shadow on the table. */
function isNearlyRect(a: Point, b: Point, c: Point, d: Point): boolean {
  const [top, right, bottom, left] = [far(a, b), far(b, c), far(c, d), far(d, a)]
  const alike = (one: number, other: number) => Math.min(one, other) > 0.7 * Math.max(one, other)
  const square = [
    [d, a, b],
    [a, b, c],
    [b, c, d],
    [c, d, a],
  ].every(([before = a, corner = a, after = a]) => {
    const dot = (before.x - corner.x) * (after.x - corner.x) + (before.y - corner.y) * (after.y - corner.y)
    return Math.abs(dot) < 0.34 * far(before, corner) * far(after, corner)
  })
  return square && alike(top, bottom) && alike(left, right)
}

/** How large the page is when it lies flat. */
export function sizeOf([a, b, c, d]: Quad): { readonly width: number; readonly height: number } {
  return {
    width: Math.round((far(a, b) + far(d, c)) / 2),
    height: Math.round((far(a, d) + far(b, c)) / 2),
  }
}

/** The page inside four corners, laid flat. */
export function straightened(
  photo: Rgba,
  corners: Quad,
  size: { readonly width: number; readonly height: number },
): Rgba {
  const { width, height } = size
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = ontoQuad(corners, width, height)
  const from = photo.data
  const stride = photo.width * 4
  const lastX = photo.width - 2
  const lastY = photo.height - 2
  const data = new Uint8ClampedArray(width * height * 4)
  let to = 0
  for (let y = 0; y < height; y++) {
    let u = m0 * 0.5 + m1 * (y + 0.5) + m2
    let v = m3 * 0.5 + m4 * (y + 0.5) + m5
    let w = m6 * 0.5 + m7 * (y + 0.5) + m8
    for (let x = 0; x < width; x++, to += 4, u += m0, v += m3, w += m6) {
      const px = Math.min(lastX, Math.max(0, u / w - 0.5))
      const py = Math.min(lastY, Math.max(0, v / w - 0.5))
      const ix = px | 0
      const iy = py | 0
      const fx = px - ix
      const fy = py - iy
      const at = iy * stride + ix * 4
      const under = at + stride
      const [a, b, c, d] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy]
      data[to] =
        (from[at] ?? 0) * a + (from[at + 4] ?? 0) * b + (from[under] ?? 0) * c + (from[under + 4] ?? 0) * d
      data[to + 1] =
        (from[at + 1] ?? 0) * a +
        (from[at + 5] ?? 0) * b +
        (from[under + 1] ?? 0) * c +
        (from[under + 5] ?? 0) * d
      data[to + 2] =
        (from[at + 2] ?? 0) * a +
        (from[at + 6] ?? 0) * b +
        (from[under + 2] ?? 0) * c +
        (from[under + 6] ?? 0) * d
      data[to + 3] = 255
    }
  }
  return { width, height, data }
}

/** Brightness alone, as the eye weighs the colours. */
export function greyOf({ width, height, data }: Rgba): { width: number; height: number; pixels: Uint8Array } {
  const pixels = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < pixels.length; at++, from += 4)
    pixels[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8
  return { width, height, pixels }
}
