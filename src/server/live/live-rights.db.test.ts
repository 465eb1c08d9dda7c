import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { describe, expect, it } from 'vitest'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { changePerson, endSessionsNow, endWithin } from '#server/auth/end-sessions.ts'
import { liveInstance } from './testing/live-house.ts'
import { QUEUE, useScene } from './testing/scene.ts'
import { until } from './testing/watcher.ts'

const scene = useScene()

describe('rights', () => {
  it('no message opens a room, and nothing that a screen says is passed on', async () => {
    const victim = await scene.watch(WHO.hanafi, { [QUEUE]: await scene.seqOf() })
    await until('the catch-up', () => victim.frames.length > 0)
    const caseId = await scene.draft()
    await until('its row', () => victim.rows.has(caseId))
    const before = victim.frames.length
    for (const [event, ...input] of [
      ['join', `${QUEUE}@${SAPARUA}#negeri`],
      ['subscribe', QUEUE],
      ['rows', [QUEUE, `${QUEUE}@${SAPARUA}#negeri`, 0, 999_999, []]],
      ['watch', { $ne: null }],
      ['watch', 'x'.repeat(100)],
      ['presence', [`queue:${QUEUE}`, [{ id: 'forged' }]]],
    ] as [string, ...unknown[]][]) {
      const forger = await scene.watch(WHO.elsewhere, { [QUEUE]: await scene.seqOf() })
      forger.socket.emit(event, ...input)
      await until(`${event} ends the connection`, () => forger.socket.disconnected)
      await scene.note(caseId)
      expect([...forger.rows.values()].some((row) => row.negeri === SAPARUA)).toBe(false)
    }
    await until('the notes', () => victim.rows.get(caseId)!.version >= 7)
    expect(victim.frames.slice(before).every(([, , , seq]) => seq < 999_999)).toBe(true)
    expect(victim.presence.size).toBe(0)
  })

  it('a mark for a queue of another regency brings nothing', async () => {
    const watcher = await scene.watch(WHO.elsewhere, { '81.02/KK': 0, [QUEUE]: 0 })
    await until('the catch-up', () => watcher.frames.length > 0)
    await sleep(50)
    expect(watcher.frames.map(([queue]) => queue)).toEqual([QUEUE])
  })

  it('a page of another site, and one that does not say where it is from, are not let in', async () => {
    const { cookie } = await scene.one.signIn(WHO.hanafi)
    const knock = (origin: string | undefined) =>
      new Promise<number | undefined>((resolve) => {
        const ws = new WebSocket(`ws://127.0.0.1:${scene.one.port}/socket.io/?EIO=4&transport=websocket`, {
          headers: { cookie, ...(origin ? { origin } : {}) },
        })
        ws.on('unexpected-response', (_req, res) => resolve(res.statusCode))
        ws.on('open', () => resolve(101))
        ws.on('error', () => {})
      })
    expect(await knock('https://evil.example')).toBe(400)
    expect(await knock(`http://127.0.0.1:${scene.one.port}.evil.example`)).toBe(400)
    expect(await knock(undefined)).toBe(400)
    expect(await knock(`http://127.0.0.1:${scene.one.port}`)).toBe(101)
  })

  it('nobody without a session, and with a made-up one, hears anything', async () => {
    for (const cookie of ['', `satu-antrean=${'A'.repeat(43)}`]) {
      const stranger = await scene.again(cookie, { [QUEUE]: 0 })
      await until('the end', () => stranger.ended === 1 && stranger.socket.disconnected)
      expect(stranger.frames).toEqual([])
    }
  })

  it('a session that ends hears nothing from then on', async () => {
    const { cookie, personId } = await scene.one.signIn(WHO.hanafi)
    const watcher = await scene.again(cookie, { [QUEUE]: await scene.seqOf() })
    await until('the catch-up', () => watcher.frames.length > 0)
    await endSessionsNow(scene.one.house.shell, { personId }, 'admin')
    const after = await scene.draft()
    await until('the end', () => watcher.ended === 1 && watcher.socket.disconnected, 1000)
    await sleep(100)
    expect(watcher.rows.has(after)).toBe(false)
  })

  it('other rights begin with the change, here and on every other instance', async () => {
    const two = await liveInstance(scene.db)
    try {
      const { cookie, personId } = await scene.one.signIn(WHO.hanafi)
      const screens = [
        await scene.again(cookie, { [QUEUE]: await scene.seqOf() }),
        await scene.again(cookie, { [QUEUE]: await scene.seqOf() }, two),
      ]
      await changePerson(scene.one.house.shell, async (client) => {
        await client.query('update person set areas = $2 where id = $1', [personId, [BANDA]])
        await endWithin(scene.one.house.shell, client, { personId }, 'admin')
      })
      await until('both ends', () => screens.every((screen) => screen.ended === 1), 1000)
      const after = await scene.draft()
      await sleep(400)
      expect(screens.some((screen) => screen.rows.has(after))).toBe(false)
    } finally {
      await two.close()
    }
  })

  it('a session that ended without a word is noticed within ten seconds', async () => {
    const { cookie, personId } = await scene.one.signIn(WHO.hanafi)
    const watcher = await scene.again(cookie, {})
    const ticking = setInterval(() => (scene.one.house.now += 1000), 1000)
    await scene.db.pool.query('update session set revoked_at = now() where person_id = $1', [personId])
    await until('the end', () => watcher.ended === 1, 10_000)
    clearInterval(ticking)
  }, 15_000)
})
