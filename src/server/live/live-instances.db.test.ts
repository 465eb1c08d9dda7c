import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { describe, expect, it } from 'vitest'
import { ROW_FORMAT } from '#domain/case/row-codec.ts'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { liveInstance } from './testing/live-house.ts'
import { QUEUE, useScene } from './testing/scene.ts'
import type { Watcher } from './testing/watcher.ts'
import { until } from './testing/watcher.ts'

const scene = useScene()

describe('two instances', () => {
  it('hear of each other’s changes, and whoever is at a case is seen on both', async () => {
    const two = await liveInstance(scene.db)
    try {
      const caseId = await scene.one.house.forwarded()
      const here = await scene.watch(WHO.yopi, { [QUEUE]: 0 })
      const there = await scene.watch(WHO.lena, { [QUEUE]: 0 }, two)
      const kk = await scene.draft()
      await scene.one.house.addPapers(kk)
      await scene.one.house.do(WHO.hanafi, kk, { type: 'submit' })
      await until('the change on the other instance', () => there.rows.has(kk), 10_000)
      const back = await scene.note(kk, WHO.hanafi, two)
      await until('and back', () => here.rows.get(kk)?.version === (back.ok && back.version), 10_000)

      const place = `case:${caseId}`
      here.socket.emit('watch', place)
      there.socket.emit('watch', place)
      const names = (watcher: Watcher): number => watcher.presence.get(place)?.length ?? 0
      await until('both on both', () => names(here) === 2 && names(there) === 2, 10_000)
      there.close()
      await until('one again', () => names(here) === 1, 10_000)
    } finally {
      await two.close()
    }
  })

  it('a village officer elsewhere is not told who is at a case of another', async () => {
    const caseId = await scene.one.house.submitted()
    const [own, foreign, citizen] = [
      await scene.watch(WHO.ona, {}),
      await scene.watch(WHO.elsewhere, {}),
      await scene.watch(WHO.citizen, {}),
    ]
    for (const watcher of [own, foreign, citizen]) watcher.socket.emit('watch', `case:${caseId}`)
    await until('own', () => own.presence.has(`case:${caseId}`))
    await sleep(200)
    expect([
      own.presence.get(`case:${caseId}`)?.length,
      foreign.presence.size,
      citizen.presence.size,
    ]).toEqual([1, 0, 0])
  })

  it('a village officer is not told who of another village, or of the Dinas, is at the queue; the Dinas is', async () => {
    const place = `queue:${QUEUE}`
    const watchers = [
      await scene.watch(WHO.ona, {}),
      await scene.watch(WHO.hanafi, {}),
      await scene.watch(WHO.elsewhere, {}),
      await scene.watch(WHO.yopi, {}),
    ]
    for (const watcher of watchers) watcher.socket.emit('watch', place)
    const seen = () =>
      watchers.map((watcher) =>
        watcher.presence
          .get(place)
          ?.map((one) => one.name)
          .sort(),
      )
    const names = (...who: { readonly name: string }[]) => who.map((one) => one.name).sort()
    await until('the Dinas sees all', () => seen()[3]?.length === 4)
    await sleep(200)
    expect(seen().slice(0, 3)).toEqual([
      names(WHO.ona, WHO.hanafi),
      names(WHO.ona, WHO.hanafi),
      names(WHO.elsewhere),
    ])
  })

  it('a browser that was killed is gone from its place', async () => {
    const place = `queue:${QUEUE}`
    const colleague = await scene.watch(WHO.ona, {})
    colleague.socket.emit('watch', place)
    const { cookie } = await scene.one.signIn(WHO.hanafi)
    const ws = new WebSocket(`ws://127.0.0.1:${scene.one.port}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie, origin: `http://127.0.0.1:${scene.one.port}` },
    })
    await new Promise((resolve) => ws.once('message', resolve))
    ws.send(`40{"v":${ROW_FORMAT},"marks":{}}`)
    await new Promise((resolve) => ws.once('message', resolve))
    ws.send(`42["watch","${place}"]`)
    await until('two', () => colleague.presence.get(place)?.length === 2)
    ws.pause() // from here on it answers nothing, as a machine without power
    await until('one', () => colleague.presence.get(place)?.length === 1, 20_000)
    ws.terminate()
  }, 30_000)
})
