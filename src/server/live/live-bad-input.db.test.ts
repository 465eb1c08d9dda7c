import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { describe, expect, it } from 'vitest'
import { ROW_FORMAT } from '#domain/case/row-codec.ts'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { liveInstance } from './testing/live-house.ts'
import { QUEUE, useScene } from './testing/scene.ts'
import { until, Watcher } from './testing/watcher.ts'

const scene = useScene()

describe('bad input', () => {
  it('a malformed frame closes its own connection, and nobody else notices', async () => {
    const { cookie } = await scene.one.signIn(WHO.hanafi)
    const bystander = await scene.watch(WHO.hanafi, { [QUEUE]: await scene.seqOf() })
    const frames = [
      '4',
      '40{',
      '42["watch"',
      '42[1,2]',
      '45-["x"]',
      '9nonsense',
      '42["watch",null,null]',
      Buffer.from([0, 1, 2]),
      '4'.repeat(70_000),
    ]
    for (const frame of frames) {
      const ws = new WebSocket(`ws://127.0.0.1:${scene.one.port}/socket.io/?EIO=4&transport=websocket`, {
        headers: { cookie, origin: `http://127.0.0.1:${scene.one.port}` },
      })
      ws.on('error', () => {})
      const closed = new Promise((resolve) => ws.once('close', resolve))
      await new Promise((resolve) => ws.once('message', resolve)) // the engine's greeting
      if (typeof frame === 'string' && frame.startsWith('42')) {
        ws.send(`40{"v":${ROW_FORMAT},"marks":{}}`)
        await new Promise((resolve) => ws.once('message', resolve))
      }
      ws.send(frame)
      await Promise.race([
        closed,
        sleep(11_000).then(() => Promise.reject(new Error(`still open after ${String(frame).slice(0, 20)}`))),
      ])
    }
    const caseId = await scene.draft()
    await until('news for the bystander', () => bystander.rows.has(caseId))
  }, 60_000)

  it.each([
    [{ v: 3, marks: {} }],
    [{ v: 2, marks: { '../etc': 1 } }],
    [{ v: 2, marks: { [QUEUE]: -1 } }],
    [{ v: 2, marks: {}, room: 'x' }],
    [null],
  ])('an opening message that is none: %j', async (auth) => {
    const { cookie } = await scene.one.signIn(WHO.hanafi)
    const watcher = new Watcher(scene.one.port, cookie)
    watcher.socket.auth = auth as object
    scene.watchers.push(watcher)
    await until('the end', () => watcher.socket.disconnected && !watcher.socket.active)
    expect(watcher.frames).toEqual([])
  })

  it('a page from before the rows changed is sent for new scripts, not left to guess', async () => {
    const { cookie } = await scene.one.signIn(WHO.hanafi)
    const watcher = new Watcher(scene.one.port, cookie)
    watcher.socket.auth = { v: 1, marks: {} }
    scene.watchers.push(watcher)
    await until('the end', () => watcher.ended === 1 && watcher.socket.disconnected)
    expect(watcher.frames).toEqual([])
  })

  it('more connections than one address may have are turned away', async () => {
    const small = await liveInstance(scene.db, { perAddress: 3, total: 100 })
    try {
      const { cookie } = await small.signIn(WHO.hanafi)
      for (let n = 0; n < 3; n += 1) await scene.again(cookie, {}, small)
      await expect(scene.again(cookie, {}, small)).rejects.toThrow()
      scene.watchers.at(-2)?.close()
      await sleep(100)
      await scene.again(cookie, {}, small)
    } finally {
      await small.close()
    }
  })
})
