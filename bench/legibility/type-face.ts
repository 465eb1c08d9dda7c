import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Letters as outlines, so that a page looks the same on a machine without any font. */
export type TypeFace = {
  /** Width in units of the type size. */
  readonly width: (words: string) => number
  /** An SVG path, feet at (x, y). */
  readonly outline: (words: string, x: number, y: number, size: number) => string
}

type Glyph = { readonly advance: number; readonly draw: readonly (readonly [string, ...number[]])[] }

const FOLDER = path.join(
  path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts',
)

/** Reads a TrueType file (tables cmap 4, glyf, hmtx); of composed letters it knows nothing, and needs none. */
export function typeFace(file: 'LiberationSans-Regular.ttf' | 'LiberationSans-Bold.ttf'): TypeFace {
  const font = readFileSync(path.join(FOLDER, file))
  const tables = new Map<string, number>()
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8))
  const table = (name: string) => tables.get(name) ?? 0
  const em = font.readUInt16BE(table('head') + 18)
  const longLoca = font.readInt16BE(table('head') + 50) === 1
  const advances = font.readUInt16BE(table('hhea') + 34)
  const index = glyphIndex(font, table('cmap'))
  const known = new Map<string, Glyph>()

  function glyph(letter: string): Glyph {
    const found = known.get(letter)
    if (found) return found
    const id = index(letter.codePointAt(0) ?? 32)
    const advance = font.readUInt16BE(table('hmtx') + 4 * Math.min(id, advances - 1)) / em
    const place = (of: number) =>
      longLoca ? font.readUInt32BE(table('loca') + 4 * of) : 2 * font.readUInt16BE(table('loca') + 2 * of)
    const made = {
      advance,
      draw: place(id) === place(id + 1) ? [] : contours(font, table('glyf') + place(id), em),
    }
    known.set(letter, made)
    return made
  }

  return {
    width: (words) => [...words].reduce((sum, letter) => sum + glyph(letter).advance, 0),
    outline: (words, x, y, size) => {
      let path = ''
      let at = x
      for (const letter of words) {
        const { advance, draw } = glyph(letter)
        for (const [act, ...points] of draw)
          path +=
            act +
            points.map((value, i) => (i % 2 ? y - value * size : at + value * size).toFixed(3)).join(' ')
        at += advance * size
      }
      return path
    },
  }
}

function glyphIndex(font: Buffer, cmap: number): (code: number) => number {
  let sub = 0
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * i)
    if (font.readUInt16BE(at) === 4) sub = at
  }
  const segments = font.readUInt16BE(sub + 6) / 2
  const ends = sub + 14
  const starts = ends + 2 * segments + 2
  const deltas = starts + 2 * segments
  const offsets = deltas + 2 * segments
  return (code) => {
    for (let i = 0; i < segments; i++) {
      if (font.readUInt16BE(ends + 2 * i) < code) continue
      const start = font.readUInt16BE(starts + 2 * i)
      if (start > code) return 0
      const offset = font.readUInt16BE(offsets + 2 * i)
      const delta = font.readInt16BE(deltas + 2 * i)
      if (offset === 0) return (code + delta) & 0xffff
      return (font.readUInt16BE(offsets + 2 * i + offset + 2 * (code - start)) + delta) & 0xffff
    }
    return 0
  }
}

/** The contours of a simple glyph, in units of the type size, y upwards. */
function contours(font: Buffer, start: number, em: number): Glyph['draw'] {
  const count = font.readInt16BE(start)
  if (count <= 0) return []
  const ends = Array.from({ length: count }, (_, i) => font.readUInt16BE(start + 10 + 2 * i))
  const points = (ends.at(-1) ?? 0) + 1
  let at = start + 10 + 2 * count
  at += 2 + font.readUInt16BE(at)
  const flags: number[] = []
  while (flags.length < points) {
    const flag = font.readUInt8(at++)
    flags.push(flag)
    if (flag & 8) for (let again = font.readUInt8(at++); again > 0; again--) flags.push(flag)
  }
  const read = (short: number, same: number) => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? font.readUInt8(at++) : -font.readUInt8(at++)
      else if (!(flag & same)) {
        value += font.readInt16BE(at)
        at += 2
      }
      return value / em
    })
  }
  const xs = read(2, 16)
  const ys = read(4, 32)
  const draw: (readonly [string, ...number[]])[] = []
  let from = 0
  for (const end of ends) {
    const ring = Array.from({ length: end - from + 1 }, (_, i) => ({
      x: xs[from + i] ?? 0,
      y: ys[from + i] ?? 0,
      on: ((flags[from + i] ?? 0) & 1) === 1,
    }))
    from = end + 1
    const first = ring.findIndex((point) => point.on)
    const turned = [...ring.slice(first), ...ring.slice(0, first)]
    const [begin] = turned
    if (!begin) continue
    draw.push(['M', begin.x, begin.y])
    let bend: { x: number; y: number } | undefined
    for (const point of [...turned.slice(1), begin]) {
      if (point.on) draw.push(bend ? ['Q', bend.x, bend.y, point.x, point.y] : ['L', point.x, point.y])
      else if (bend) draw.push(['Q', bend.x, bend.y, (bend.x + point.x) / 2, (bend.y + point.y) / 2])
      bend = point.on ? undefined : point
    }
    draw.push(['Z'])
  }
  return draw
}
