import { PAPER_FILE_LIMIT } from '#domain/intake/paper-file.ts'
import type { Judgement } from '#domain/intake/legibility/judge-photo.ts'
import { judgePhoto } from '#domain/intake/legibility/judge-photo.ts'
import { LIMIT, LONG_EDGE } from '#domain/intake/legibility/limits.ts'
import type { Quad } from '#domain/intake/legibility/quad.ts'
import { canvasOf, jpegOf, letGo } from './canvas.ts'
import type { Developed, DevelopWish, LiveLook, Shot } from './photo-words.ts'
import { pictureSize } from './picture-head.ts'
import { climbDown } from './shrink-ladder.ts'
import type { Rgba } from './straighten.ts'
import { certainCorners, greyOf, sizeOf, straightened } from './straighten.ts'

const HEAD_BYTES = 256 * 1024
/** Sharpness 60 is what is asked: just at the limit. */
const ASKED_SHARPNESS = 60

/**
 * A photo from the file to what is sent: opened upright, judged, the page laid flat when it is certain, shrunk as far
 * as it stays legible, and drawn anew, so that nothing of the file but its picture is left.
 */
export async function developPhoto(file: Blob, wish: DevelopWish): Promise<Developed> {
  const size = pictureSize(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
  if (size && size.width * size.height > PAPER_FILE_LIMIT.pixels)
    return { ok: false, why: 'file-too-many-pixels' }
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (picture === undefined) return { ok: false, why: 'unknown-picture' }
  if (picture.width * picture.height > PAPER_FILE_LIMIT.pixels) {
    picture.close()
    return { ok: false, why: 'file-too-many-pixels' }
  }
  const whole = pixelsOf(picture, { x: 0, y: 0, width: picture.width, height: picture.height }, LONG_EDGE)
  const before = performance.now()
  const first = judgePhoto(greyOf(whole))
  const judgedMs = performance.now() - before
  const corners = wish.straight ? certainCorners(first.page, first.block, whole) : undefined
  const flat = corners ? laidFlat(picture, whole, corners) : whole
  picture.close()
  let judged = corners ? judgePhoto(greyOf(flat), true) : first
  const turn = (wish.turn ?? judged.turn) % 4
  if (turn !== 0) judged = judgePhoto(greyOf(turnedBy(flat, turn)), corners !== undefined)
  return {
    ok: true,
    shot: await shrunk(turn === 0 ? flat : turnedBy(flat, turn), judged, corners !== undefined),
    straightened: corners !== undefined,
    turned: turn,
    judgedMs,
  }
}

/** A frame of the running camera. */
export function lookAtFrame(frame: ImageBitmap): LiveLook {
  const before = performance.now()
  const pixels = pixelsOf(frame, { x: 0, y: 0, width: frame.width, height: frame.height }, LONG_EDGE)
  frame.close()
  const { verdict, measures } = judgePhoto(greyOf(pixels))
  const sharpness = Math.round(
    Math.min(100, (ASKED_SHARPNESS * LIMIT.softStroke.value) / Math.max(0.01, measures.soft)),
  )
  return { sharpness: measures.letters === 0 ? 0 : sharpness, verdict, tookMs: performance.now() - before }
}

type Part = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function pixelsOf(picture: ImageBitmap, part: Part, longest: number): Rgba {
  const scale = Math.min(1, longest / Math.max(part.width, part.height))
  const width = Math.max(1, Math.round(part.width * scale))
  const height = Math.max(1, Math.round(part.height * scale))
  const { canvas, brush } = canvasOf(width, height)
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, width, height)
  brush.imageSmoothingQuality = 'high'
  brush.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, width, height)
  const { data } = brush.getImageData(0, 0, width, height)
  letGo(canvas)
  return { width, height, data }
}

/** From the whole picture, not from the shrunk one: a card far away keeps all the pixels that it has. */
function laidFlat(picture: ImageBitmap, whole: Rgba, corners: Quad): Rgba {
  const up = picture.width / whole.width
  const xs = corners.map((corner) => corner.x * up)
  const ys = corners.map((corner) => corner.y * up)
  const x = Math.max(0, Math.floor(Math.min(...xs)) - 2)
  const y = Math.max(0, Math.floor(Math.min(...ys)) - 2)
  const part = {
    x,
    y,
    width: Math.min(picture.width, Math.ceil(Math.max(...xs)) + 2) - x,
    height: Math.min(picture.height, Math.ceil(Math.max(...ys)) + 2) - y,
  }
  const cut = pixelsOf(picture, part, LONG_EDGE)
  const scale = cut.width / part.width
  const [a, b, c, d] = corners
  const moved = ({ x: cx, y: cy }: Quad[number]) => ({
    x: (cx * up - part.x) * scale,
    y: (cy * up - part.y) * scale,
  })
  const quad: Quad = [moved(a), moved(b), moved(c), moved(d)]
  return straightened(cut, quad, sizeOf(quad))
}

function turnedBy(from: Rgba, quarters: number): Rgba {
  const { width, height } = from
  const pixels = new Uint32Array(from.data.buffer)
  const turned = new Uint32Array(width * height)
  const lying = quarters % 2 === 1
  const stride = lying ? height : width
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const to =
        quarters === 1
          ? x * stride + height - 1 - y
          : quarters === 2
            ? (height - 1 - y) * stride + width - 1 - x
            : (width - 1 - x) * stride + y
      turned[to] = pixels[at] ?? 0
    }
  }
  const data = new Uint8ClampedArray(turned.buffer)
  return lying ? { width: height, height: width, data } : { width, height, data }
}

/** The lightest JPEG in which the judge finds no more than in the photo itself. */
async function shrunk(photo: Rgba, judged: Judgement, laidFlat: boolean): Promise<Shot> {
  const { canvas, brush } = canvasOf(photo.width, photo.height)
  brush.putImageData(new ImageData(photo.data, photo.width, photo.height), 0, 0)
  const known = new Set(judged.verdict.faults.map(({ fault }) => fault))
  const { made, large } = await climbDown(
    async ({ scale, quality }) => {
      const small = scale === 1 ? canvas : scaled(canvas, scale)
      const blob = await jpegOf(small, quality)
      if (small !== canvas) letGo(small)
      return { bytes: blob.size, made: blob }
    },
    async (blob, { scale }) => {
      const { letters, type } = judged.measures
      if (letters > 0 && !known.has('tooSmall') && type * scale < LIMIT.smallType.value) return false
      const picture = await createImageBitmap(blob)
      const part = { x: 0, y: 0, width: picture.width, height: picture.height }
      const again = judgePhoto(greyOf(pixelsOf(picture, part, LONG_EDGE)), laidFlat)
      picture.close()
      return again.verdict.faults.every(({ fault }) => known.has(fault))
    },
  )
  letGo(canvas)
  const bytes = new Uint8Array(await made.arrayBuffer())
  const { width, height } = pictureSize(bytes) ?? photo
  return { bytes, mime: 'image/jpeg', width, height, verdict: judged.verdict, large }
}

function scaled(canvas: ReturnType<typeof canvasOf>['canvas'], scale: number): typeof canvas {
  const small = canvasOf(Math.round(canvas.width * scale), Math.round(canvas.height * scale))
  small.brush.imageSmoothingQuality = 'high'
  small.brush.drawImage(canvas, 0, 0, small.canvas.width, small.canvas.height)
  return small.canvas
}
