import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageAssets } from './page-assets.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'assets-'))
const script = 'const answer = 42;\n'.repeat(500)
const server = createServer()
let port = 0

beforeAll(async () => {
  mkdirSync(path.join(folder, 'static/chunks'), { recursive: true })
  writeFileSync(path.join(folder, 'static/chunks/0a-b_c~1.js'), script)
  writeFileSync(path.join(folder, 'secret.js'), 'no')
  const assets = pageAssets(folder)
  server.on('request', (req, res) => {
    if (!assets(req, res)) res.end('next')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

function get(
  url: string,
  encoding = 'gzip, br',
): Promise<{ readonly encoding: string | undefined; readonly body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ port, path: url, headers: { 'accept-encoding': encoding } }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => resolve({ encoding: res.headers['content-encoding'], body: Buffer.concat(parts) }))
    })
      .on('error', reject)
      .end()
  })
}

test('the first visitor gets what Next gives, everyone after that Brotli, also after a start', async () => {
  const url = '/_next/static/chunks/0a-b_c~1.js'
  expect((await get(url)).body.toString()).toBe('next')
  await expect.poll(async () => (await get(url)).encoding).toBe('br')
  const { body } = await get(url)
  expect(brotliDecompressSync(body).toString()).toBe(script)
  expect(body.length).toBeLessThan(200)
  expect((await get(url, 'gzip')).body.toString()).toBe('next')
  await expect.poll(() => existsSync(path.join(folder, 'static/chunks/0a-b_c~1.js.br'))).toBe(true)
})

test.each([
  '/_next/static/../secret.js',
  '/_next/static/%2e%2e/secret.js',
  '/_next/static//etc/x.js',
  '/_next/static/chunks/none.js',
  '/_next/static/chunks/.x.js',
  '/other.js',
])('%s is left to Next, now and later', async (url) => {
  expect((await get(url)).body.toString()).toBe('next')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await get(url)).body.toString()).toBe('next')
})
