import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { useScene } from './testing/scene.ts'
import { openTurnProxy } from './testing/turn-proxy.ts'
import { until, Watcher } from './testing/watcher.ts'

const scene = useScene()
const servers: ChildProcess[] = []
let proxy: Awaited<ReturnType<typeof openTurnProxy>>

beforeAll(async () => {
  const ports = await Promise.all(
    [1, 2].map(async () => {
      const server = fork(path.join(import.meta.dirname, 'testing/live-process.ts'), [scene.db.url])
      servers.push(server)
      const [port] = (await once(server, 'message')) as [number]
      return port
    }),
  )
  proxy = await openTurnProxy(ports)
}, 60_000)
afterAll(async () => {
  proxy.close()
  await Promise.all(
    servers.map((server) => {
      const gone = once(server, 'exit')
      server.kill('SIGKILL')
      return gone
    }),
  )
})

async function through(actor: (typeof WHO)[keyof typeof WHO]): Promise<Watcher> {
  const { cookie } = await scene.one.signIn(actor)
  const watcher = new Watcher(proxy.port, cookie, {})
  scene.watchers.push(watcher)
  return watcher.connected()
}

it('two server processes behind one proxy show the same people, where they look and point, and that they went', async () => {
  const caseId = await scene.one.house.forwarded()
  const paper = await scene.one.house.upload(caseId, WHO.hanafi)
  const place = `case:${caseId}`
  // One after the other: each goes to the other process than the one before.
  const [yopi, lena, supervisor, list] = [
    await through(WHO.yopi),
    await through(WHO.lena),
    await through(WHO.supervisor),
    await through(WHO.verifier),
  ]
  const screens = [yopi, lena, supervisor]
  list.socket.emit('watch', 'queue:81.01/AKTA_KELAHIRAN')
  for (const [n, watcher] of screens.entries())
    watcher.socket.emit('watch', place, { paper, page: n < 2 ? 1 : 2 })
  const seen = (watcher: Watcher) =>
    (watcher.presence.get(place) ?? []).map(({ name, detail }) => `${name} ${detail?.page}`).sort()
  const all = [`${WHO.lena.name} 1`, `${WHO.supervisor.name} 2`, `${WHO.yopi.name} 1`]
  await until('the same on each', () => screens.every((watcher) => seen(watcher).join() === all.join()))
  await until('and in the list', () => list.open.get(caseId)?.length === 3)
  yopi.socket.emit('point', [paper, 1, 500, 600])
  await until('his pointer at the other process', () => lena.pointers.length > 0)
  expect(lena.pointers[0]?.[2][0]?.slice(1)).toEqual([500, 600])
  expect(supervisor.pointers).toEqual([])
  lena.close()
  await until(
    'one less on both',
    () => [yopi, supervisor].every((watcher) => seen(watcher).length === 2),
    3000,
  )
  await until('and in the list', () => list.open.get(caseId)?.length === 2, 3000)
}, 30_000)
