import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compressAnswer } from './compress-answer.ts'

const rows = JSON.stringify(Array.from({ length: 400 }, (_, n) => ['Marthinus Manuhutu', n, '81.01.12.2001']))
const server = createServer((req, res) => {
  compressAnswer(req, res)
  res.setHeader('content-type', 'application/json')
  if (req.url === '/small') return void res.end('[]')
  res.write(rows.slice(0, 5000))
  res.write(new TextEncoder().encode(rows.slice(5000)))
  res.end()
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

function get(
  path: string,
  accepts: string,
): Promise<{ readonly encoding: string | undefined; readonly length: number; readonly body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers: { 'accept-encoding': accepts } }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () =>
        resolve({
          encoding: res.headers['content-encoding'],
          length: Number(res.headers['content-length']),
          body: Buffer.concat(parts),
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const)('to who accepts %s it comes as %s, whole', async (accepts, encoding, unpack) => {
  const answer = await get('/', accepts)
  expect(answer.encoding).toBe(encoding)
  expect(unpack(answer.body).toString()).toBe(rows)
  expect(answer.length).toBe(answer.body.length)
  expect(answer.body.length).toBeLessThan(rows.length / 4)
})

test('who accepts nothing, and what is small, comes plain', async () => {
  expect([(await get('/', '')).body.toString(), (await get('/small', 'br')).body.toString()]).toEqual([
    rows,
    '[]',
  ])
  expect((await get('/small', 'br')).encoding).toBeUndefined()
})
