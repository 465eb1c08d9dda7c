import sharp from 'sharp'
import type { Random } from './random.ts'
import type { TypeFace } from './type-face.ts'
import { typeFace } from './type-face.ts'

const POINT = 0.3528 // mm

/** One string of a page: where it stands and how large its type is, in mm. */
export type Line = { readonly x: number; readonly y: number; readonly width: number; readonly size: number }

export type Page = {
  readonly kind: string
  readonly width: number
  readonly height: number
  /** Grey, `perMm` pixels a millimetre. */
  readonly pixels: Uint8Array
  readonly perMm: number
  readonly columns: number
  readonly rows: number
  readonly lines: readonly Line[]
  /** Left, top, right and bottom of everything drawn. */
  readonly drawn: readonly [number, number, number, number]
  readonly paper: number
  readonly ink: number
}

let faces: { readonly plain: TypeFace; readonly bold: TypeFace } | undefined

/** A page being written, in millimetres from its top left. */
export class Sheet {
  readonly width: number
  readonly height: number
  readonly #paper: number
  readonly #ink: number
  readonly #lines: Line[] = []
  #drawn: [number, number, number, number] = [Infinity, Infinity, 0, 0]
  #svg = ''
  #text = ''

  constructor(width: number, height: number, paper: number, ink: number) {
    this.width = width
    this.height = height
    this.#paper = paper
    this.#ink = ink
  }

  /** Words with their feet at y; `points` is the type size. Answers where they end. */
  write(words: string, x: number, y: number, points: number, bold = false, align = 0): number {
    faces ??= { plain: typeFace('LiberationSans-Regular.ttf'), bold: typeFace('LiberationSans-Bold.ttf') }
    const face = bold ? faces.bold : faces.plain
    const size = points * POINT
    const width = face.width(words) * size
    const left = x - align * width
    this.#text += face.outline(words, left, y, size)
    this.#lines.push({ x: left, y, width, size })
    this.#draws(left, y - size, left + width, y)
    return left + width
  }

  rule(x1: number, y1: number, x2: number, y2: number, width = 0.2): void {
    this.#draws(x1, y1, x2, y2)
    this.#svg += `<path d="M${x1} ${y1}L${x2} ${y2}" stroke-width="${width}" stroke="${grey(this.#ink + 25)}"/>`
  }

  /** A field of one grey, or a picture-like oval. */
  field(x: number, y: number, width: number, height: number, level: number, round = false): void {
    this.#svg += round
      ? `<ellipse cx="${x + width / 2}" cy="${y + height / 2}" rx="${width / 2}" ry="${height / 2}" fill="${grey(level)}"/>`
      : `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${grey(level)}"/>`
  }

  /** A signature: one line of the pen. */
  sign(x: number, y: number, random: Random): void {
    let path = `M${x} ${y}`
    for (let at = 0; at < 7; at++)
      path += `q${random.between(-2, 5)} ${random.between(-9, 2)} ${random.between(2, 5)} ${random.between(-2, 2)}`
    this.#svg += `<path d="${path}" fill="none" stroke="${grey(this.#ink + 30)}" stroke-width="0.5"/>`
  }

  #draws(left: number, top: number, right: number, bottom: number): void {
    const [a, b, c, d] = this.#drawn
    this.#drawn = [Math.min(a, left), Math.min(b, top), Math.max(c, right), Math.max(d, bottom)]
  }

  async page(kind: string, perMm: number): Promise<Page> {
    const columns = Math.round(this.width * perMm)
    const rows = Math.round(this.height * perMm)
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${columns}" height="${rows}" viewBox="0 0 ${this.width} ${this.height}"><rect width="100%" height="100%" fill="${grey(this.#paper)}"/>${this.#svg}<path d="${this.#text}" fill="${grey(this.#ink)}"/></svg>`
    const pixels = await sharp(Buffer.from(svg), { limitInputPixels: false, unlimited: true })
      .toColourspace('b-w')
      .removeAlpha()
      .raw()
      .toBuffer()
    const { width, height, ...about } = { width: this.width, height: this.height, perMm, columns, rows }
    return {
      kind,
      width,
      height,
      pixels,
      ...about,
      lines: this.#lines,
      drawn: this.#drawn,
      paper: this.#paper,
      ink: this.#ink,
    }
  }
}

const grey = (level: number) => `rgb(${level},${level},${level})`
