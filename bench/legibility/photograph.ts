import sharp from 'sharp'
import type { GreyImage } from '#domain/intake/legibility/grey-image.ts'
import { inverted, ontoQuad } from '#domain/intake/legibility/perspective.ts'
import { randomFrom } from './random.ts'
import type { Scene } from './scene.ts'

export type Photo = { readonly jpeg: Buffer; readonly grey: GreyImage }

/** Takes the photo: page on a table, light, lens, shake, grain, JPEG; and decodes it again, as a phone would see it. */
export async function photograph(scene: Scene): Promise<Photo> {
  const { width, height } = scene
  const raw = { raw: { width, height, channels: 1 as const } }
  const bare = laidOut(scene)
  const still =
    scene.blur > 0.3 ? await sharp(bare, raw).blur(scene.blur).toColourspace('b-w').raw().toBuffer() : bare
  const seen = scene.shake ? shaken(still, width, height, scene.shake) : still
  grain(seen, scene)
  const jpeg = await sharp(seen, raw).toColourspace('b-w').jpeg({ quality: scene.quality }).toBuffer()
  const pixels = await sharp(jpeg).toColourspace('b-w').raw().toBuffer()
  return { jpeg, grey: { width, height, pixels } }
}

/** The page where it lies, the table around it, and the light on both. */
function laidOut(scene: Scene): Buffer {
  const { page, width, height, corners, light, glare } = scene
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = inverted(ontoQuad(corners, page.columns, page.rows))
  const { pixels, columns, rows } = page
  const table = tableOf(scene)
  const out = Buffer.alloc(width * height)
  for (let y = 0; y < height; y++) {
    let at = y * width
    let u = m1 * y + m2
    let v = m4 * y + m5
    let w = m7 * y + m8
    let lit = light.level * (1 + light.down * (y / height - 0.5) - light.right * 0.5)
    const litStep = (light.level * light.right) / width
    for (let x = 0; x < width; x++, at++, u += m0, v += m3, w += m6, lit += litStep) {
      const px = u / w - 0.5
      const py = v / w - 0.5
      let value: number
      if (px >= 0 && py >= 0 && px < columns - 1 && py < rows - 1) {
        const ix = px | 0
        const iy = py | 0
        const fx = px - ix
        const from = iy * columns + ix
        const top = (pixels[from] ?? 0) * (1 - fx) + (pixels[from + 1] ?? 0) * fx
        const low = (pixels[from + columns] ?? 0) * (1 - fx) + (pixels[from + columns + 1] ?? 0) * fx
        value = top + (low - top) * (py - iy)
      } else value = table[((y & 255) << 8) | (x & 255)] ?? 0
      value *= lit
      out[at] = value > 255 ? 255 : value
    }
  }
  if (glare) shine(out, width, height, glare)
  return out
}

/** What the paper lies on: plain, planks, tiles, cloth or mat; 256 × 256, repeated. */
function tableOf({ table }: Scene): Uint8Array {
  const random = randomFrom(table.seed)
  const made = new Uint8Array(256 * 256)
  const rough = Array.from({ length: 256 }, () => random.bell() * 9)
  for (let y = 0; y < 256; y++) {
    for (let x = 0; x < 256; x++) {
      const wood = 10 * Math.sin((y + (rough[x] ?? 0) * 0.5) / 5) + (rough[y] ?? 0)
      const tile = x % 128 < 3 || y % 128 < 3 ? -30 : (rough[(x * 7 + y * 13) & 255] ?? 0) * 0.4
      const cloth = 22 * (Math.sin(x / 6) * Math.sin(y / 6)) + (rough[(x + y) & 255] ?? 0)
      const mat = ((x >> 4) + (y >> 4)) % 2 === 0 ? 14 : -14
      const by = [(rough[(x * 3 + y * 5) & 255] ?? 0) * 0.3, wood, tile, cloth, mat][table.pattern] ?? 0
      made[(y << 8) | x] = Math.max(0, Math.min(255, table.level + by))
    }
  }
  return made
}

/** Light that the paper throws back, added to what is there: full in the middle, gone at the rim. */
export function shineAt(glare: NonNullable<Scene['glare']>, x: number, y: number): number {
  const far = Math.hypot(x - glare.x, y - glare.y) / glare.radius
  return far >= 1 ? 0 : glare.level * (1 - far * far) ** 1.5
}

function shine(out: Buffer, width: number, height: number, glare: NonNullable<Scene['glare']>): void {
  const { x: cx, y: cy, radius } = glare
  for (let y = Math.max(0, Math.floor(cy - radius)); y < Math.min(height, cy + radius); y++)
    for (let x = Math.max(0, Math.floor(cx - radius)); x < Math.min(width, cx + radius); x++)
      out[y * width + x] = Math.min(255, (out[y * width + x] ?? 0) + shineAt(glare, x, y))
}

/** The hand moved in a straight line while the shutter was open. */
function shaken(from: Buffer, width: number, height: number, shake: NonNullable<Scene['shake']>): Buffer {
  const steps = Math.max(3, Math.ceil(shake.length * 2))
  const offsets = Array.from({ length: steps }, (_, i) => {
    const along = shake.length * (i / (steps - 1) - 0.5)
    return Math.round(along * Math.sin(shake.angle)) * width + Math.round(along * Math.cos(shake.angle))
  })
  const out = Buffer.alloc(from.length)
  for (let at = 0; at < from.length; at++) {
    let sum = 0
    for (const offset of offsets) sum += from[at + offset] ?? from[at] ?? 0
    out[at] = sum / steps
  }
  void height
  return out
}

const BELLS = 1 << 15

function grain(pixels: Buffer, { noise, seed }: Scene): void {
  const random = randomFrom(seed)
  const bells = new Float32Array(BELLS)
  for (let at = 0; at < BELLS; at++) bells[at] = random.bell() * noise + 0.5
  let from = 0
  for (let at = 0; at < pixels.length; at++) {
    if ((at & 4095) === 0) from = random.whole(0, BELLS - 4097)
    const value = (pixels[at] ?? 0) + (bells[from++] ?? 0)
    pixels[at] = value < 0 ? 0 : value > 255 ? 255 : value
  }
}
