import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MEGABYTE } from '#domain/intake/paper-file.ts'
import { UploadHouse } from '#server/files/testing/upload-house.ts'
import { broughtBy, broughtOne, receiptOf } from './consignment-view.ts'
import { consignmentsHandler } from './consignments-handler.ts'
import { IslandPhone } from './testing/island-phone.ts'

let house: UploadHouse
let server: Server
let base: string
let sealed: Buffer
beforeAll(async () => {
  house = await UploadHouse.open()
  const handle = consignmentsHandler(house.shell)
  server = createServer((req, res) => void handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const phone = await IslandPhone.of(house, house.mina)
  sealed = await phone.seal(await phone.birth())
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await house.close()
})

type More = {
  readonly cookie?: string
  readonly headers?: Record<string, string>
  readonly body?: Uint8Array
}

const ask = (method: string, path: string, { cookie = house.neighbour.cookie, headers, body }: More = {}) =>
  fetch(base + path, {
    method,
    headers: { cookie, origin: 'http://localhost', 'tus-resumable': '1.0.0', ...headers },
    ...(body === undefined ? {} : { body: Buffer.from(body) }),
  })
const begin = async (length: number, more: More = {}) =>
  ask('POST', '/kapal', { ...more, headers: { 'upload-length': String(length), ...more.headers } })
const send = (path: string, offset: number, body: Uint8Array) =>
  ask('PATCH', path, {
    body,
    headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
  })

test('a file goes on from the byte where it was cut, and is taken in whether the carrier waits or not', async () => {
  const path = (await begin(sealed.length)).headers.get('location') ?? ''
  for (const cut of [1, 777, 70_000]) {
    const from = Number((await ask('HEAD', path)).headers.get('upload-offset'))
    expect((await send(path, from, sealed.subarray(from, cut))).status).toBe(204)
  }
  expect((await send(path, 70_000, sealed.subarray(70_000))).status).toBe(204)
  expect((await ask('HEAD', path)).headers.get('upload-offset')).toBe(String(sealed.length))
  const id = path.split('/').at(-1) ?? ''
  await expect
    .poll(async () => (await broughtOne(house.shell, house.neighbour.actor, id))?.state, { timeout: 20_000 })
    .toBe('done')
  const [mine] = await broughtBy(house.shell, house.neighbour.actor)
  expect(mine).toMatchObject({ id, hasReceipt: true, counts: { cases: 1, papers: 6 } })
  // Counts and a receipt; no name, no number, no answer.
  expect(JSON.stringify(mine)).not.toMatch(/TUAPETI|Boiratan|8101|AL-/i)
  expect(await receiptOf(house.shell, house.neighbour.actor, id)).toBeDefined()
  expect(await receiptOf(house.shell, house.operator.actor, id)).toBeUndefined()
  expect(await broughtOne(house.shell, house.operator.actor, id)).toBeUndefined()
  for (const method of ['HEAD', 'DELETE', 'PATCH'])
    expect((await ask(method, path, { cookie: house.operator.cookie })).status).toBe(404)
  expect((await ask('DELETE', path)).status).toBe(409)
})

test('what cannot be is refused before the first byte', async () => {
  expect((await begin(600 * MEGABYTE)).status).toBe(413)
  expect((await begin(0)).status).toBe(400)
  expect((await begin(9, { cookie: '' })).status).toBe(401)
  expect((await begin(9, { headers: { origin: 'http://elsewhere' } })).status).toBe(403)
  expect((await begin(9, { headers: { 'upload-defer-length': '1' } })).status).toBe(400)
  expect((await ask('GET', '/kapal/x')).status).toBe(405)
  const statuses = []
  for (let n = 0; n < 7; n += 1) statuses.push((await begin(9, { cookie: house.operator.cookie })).status)
  expect(statuses.filter((status) => status === 201)).toHaveLength(5)
  expect(statuses.at(-1)).toBe(429)
})
