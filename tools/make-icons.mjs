// The icons of the installed app, from the one drawing: `node tools/make-icons.mjs`. The results are committed.
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

const root = path.resolve(import.meta.dirname, '..')
const drawing = readFileSync(path.join(root, 'src/app/icon.svg'), 'utf8')
const to = path.join(root, 'public/ikon')
mkdirSync(to, { recursive: true })

/** A launcher cuts a maskable icon to its own shape: no corners of ours, and the waves inside the safe circle. */
const maskable = drawing
  .replace(/<rect[^>]*\/>/, '<rect width="24" height="24" fill="#0b5c67"/>')
  .replace('<g ', '<g transform="translate(4.2 4.2) scale(.65)" ')

const icons = [
  { name: '192.png', svg: drawing, size: 192 },
  { name: '512.png', svg: drawing, size: 512 },
  { name: 'maskable-512.png', svg: maskable, size: 512 },
  { name: 'apple-180.png', svg: maskable, size: 180 },
]
for (const { name, svg, size } of icons)
  await sharp(Buffer.from(svg), { density: 1200 })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9 })
    .toFile(path.join(to, name))
