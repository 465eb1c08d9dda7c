import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { AssetHandler } from './page-assets.ts'

/** Not needed by a worker, and each visit asks whether it has changed: the answer "no" stays under 300 bytes. */
const OF_PAGES = [
  'permissions-policy',
  'cross-origin-opener-policy',
  'x-frame-options',
  'referrer-policy',
  'vary',
]
/** Told with the file itself; with "the same" they would only weigh. */
const OF_THE_FILE = ['content-security-policy', 'x-content-type-options', 'cross-origin-resource-policy']

/**
 * `/sw.js`, made by the build. Browsers ask for it at each visit: by its hash, so that "the same" costs a few bytes. It
 * is never kept unasked, or a phone would stay with an old version.
 */
export function workerFile(buildFolder: string): AssetHandler {
  const file = path.join(buildFolder, 'worker/sw.js')
  const plain = existsSync(file) ? readFileSync(file) : undefined
  if (plain === undefined) return () => false
  const small = brotliCompressSync(plain)
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 11)}"`
  return (req, res) => {
    if (req.method !== 'GET' || (req.url ?? '').split('?', 1)[0] !== '/sw.js') return false
    for (const name of OF_PAGES) res.removeHeader(name)
    res.setHeader('content-security-policy', "default-src 'self'")
    res.setHeader('cache-control', 'no-cache')
    res.setHeader('etag', tag)
    if (req.headers['if-none-match'] === tag) {
      for (const name of OF_THE_FILE) res.removeHeader(name)
      res.setHeader('connection', 'keep-alive') // without Node's hint for how long
      res.writeHead(304)
      res.end()
      return true
    }
    const packed = /\bbr\b/.test(String(req.headers['accept-encoding'] ?? ''))
    res.writeHead(200, {
      'content-type': 'application/javascript; charset=UTF-8',
      'content-length': packed ? small.length : plain.length,
      ...(packed ? { 'content-encoding': 'br' } : {}),
    })
    res.end(packed ? small : plain)
    return true
  }
}
