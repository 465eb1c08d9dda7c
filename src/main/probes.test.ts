import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { probes } from './probes.ts'

const probe = probes({ config: readConfig({}), pool: undefined as never }, () => false)
const server = createServer((req, res) => void probe(req.url ?? '', req, res))
beforeAll(async () => void (await once(server.listen(0, '127.0.0.1'), 'listening')))
afterAll(() => server.close())

test('metrics without a token are for this machine, and for nobody whom a proxy on it brings', async () => {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`
  expect((await fetch(address)).status).toBe(200)
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
    expect([name, (await fetch(address, { headers: { [name]: '10.0.0.9' } })).status]).toEqual([name, 404])
})
