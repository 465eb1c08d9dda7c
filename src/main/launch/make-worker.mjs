// After `next build`: the service worker with the list of what it keeps. The list is what the shell page can reach, file
// by file, each with the hash of its content; so a later version costs a phone only the files that are others.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { rolldown } from 'rolldown'
import { ROOT } from './words.mjs'

const BUILD = path.join(ROOT, '.next')
const WORKER = path.join(ROOT, 'src/client/service-worker/worker.ts')
const compress = promisify(brotliCompress)
const hash = (kind, bytes, as) => createHash(kind).update(bytes).digest(as)

/** What the server puts into the shell page besides the scripts that it names. */
const SHELL_SOURCES = ['src/app/layout.tsx', 'src/app/luring', 'src/i18n/id', 'src/main/page-security.ts']

function startOfShell() {
  const manifest = readFileSync(
    path.join(BUILD, 'server/app/luring/page_client-reference-manifest.js'),
    'utf8',
  )
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(BUILD, 'build-manifest.json'), 'utf8'))
  return [...filesNamedIn(manifest), ...rootMainFiles]
}

function filesNamedIn(text) {
  return (text.match(/static\/(?:chunks|media)\/[\w.~-]+\.(?:js|css|woff2)/g) ?? []).map(String)
}

/** Everything that is reached from the shell: a script names the scripts it may load, a style names its fonts. */
function reached() {
  const found = new Set()
  const next = startOfShell()
  while (next.length > 0) {
    const file = next.pop()
    if (found.has(file) || !existsSync(path.join(BUILD, file))) continue
    found.add(file)
    if (file.endsWith('.woff2')) continue
    const text = readFileSync(path.join(BUILD, file), 'utf8')
    next.push(...filesNamedIn(text))
    for (const [, font] of text.matchAll(/url\(["']?\.\.\/media\/([\w.~-]+)/g))
      next.push(`static/media/${font}`)
  }
  return [...found].toSorted((a, b) => (a < b ? -1 : 1))
}

function filesIn(folder) {
  if (!folder.includes('.') && existsSync(folder))
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => path.join(one.parentPath, one.name))
      .toSorted((a, b) => (a < b ? -1 : 1))
  return [folder]
}

const files = reached()
const kept = files.map((file) => ({
  url: `/_next/${file}`,
  revision: null,
  integrity: `sha256-${hash('sha256', readFileSync(path.join(BUILD, file)), 'base64')}`,
}))
const sources = SHELL_SOURCES.flatMap((one) => filesIn(path.join(ROOT, one))).map((file) =>
  readFileSync(file),
)
const revision = hash(
  'sha256',
  Buffer.concat([
    Buffer.from(
      startOfShell()
        .toSorted((a, b) => (a < b ? -1 : 1))
        .join(),
    ),
    ...sources,
  ]),
  'hex',
)
const list = [{ url: '/luring', revision: revision.slice(0, 16) }, ...kept]

const bundle = await rolldown({
  input: WORKER,
  platform: 'browser',
  cwd: ROOT,
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
})
const { output } = await bundle.generate({ format: 'iife', minify: true })
await bundle.close()
const code = output[0].code
if (!code.includes('self.__SW_MANIFEST')) throw new Error('the worker has no place for its list')
mkdirSync(path.join(BUILD, 'worker'), { recursive: true })
writeFileSync(
  path.join(BUILD, 'worker/sw.js'),
  code.replace('self.__SW_MANIFEST', () => JSON.stringify(list)),
)

// The first visitor after a deploy is the one at 64 kbit/s: their files are compressed now.
await Promise.all(
  files
    .filter((file) => /\.(?:js|css)$/.test(file))
    .map(async (file) => {
      const plain = readFileSync(path.join(BUILD, file))
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      }
      writeFileSync(path.join(BUILD, `${file}.br`), await compress(plain, { params }))
    }),
)
const bytes = kept.reduce((sum, { url }) => sum + readFileSync(path.join(BUILD, url.slice(7))).length, 0)
console.log(`service worker: ${list.length} files, ${Math.round(bytes / 1024)} KB unpacked`)
