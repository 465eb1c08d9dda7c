import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { describe, expect, it } from 'vitest'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { encodeRow } from '#domain/case/row-codec.ts'
import type { RowColumns } from '#server/case/rows.ts'
import { ROW_COLUMNS, rowFromColumns } from '#server/case/rows.ts'
import { QUEUE, useScene } from './testing/scene.ts'
import { until } from './testing/watcher.ts'

const scene = useScene()

describe('a screen that does not read', () => {
  it('holds little of the server, is cut off, and others hear as before', async () => {
    const { cookie } = await scene.one.signIn(WHO.yopi)
    const reader = await scene.watch(WHO.yopi, { [QUEUE]: await scene.seqOf() })
    await until('the catch-up', () => reader.frames.length > 0)
    const ws = new WebSocket(`ws://127.0.0.1:${scene.one.port}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie, origin: `http://127.0.0.1:${scene.one.port}` },
    })
    const closed = new Promise((resolve) => ws.once('close', resolve))
    ws.on('error', () => {})
    await new Promise((resolve) => ws.once('message', resolve))
    ws.send(JSON.stringify({ v: 2, marks: {} }).replace(/^/, '40'))
    await new Promise((resolve) => ws.once('message', resolve))
    ws.pause()
    const beat = setInterval(() => ws.readyState === ws.OPEN && ws.send('3'), 1000) // it answers pings
    const row = encodeRow({ ...(await someRow()), applicant: 'A'.repeat(150) })
    const frame = [QUEUE, `${QUEUE}@81.01#dinas`, 0, 1, Array.from({ length: 1000 }, () => row)] as const
    let [sent, arrived] = [0, 0]
    for (let n = 0; n < 100; n += 1) {
      scene.one.carry(frame)
      sent += JSON.stringify(frame).length
      await sleep(20)
    }
    await sleep(11_000)
    ws.on('message', (data: Buffer) => (arrived += data.length))
    ws.resume()
    await closed
    clearInterval(beat)
    expect(sent).toBeGreaterThan(20_000_000)
    expect(arrived).toBeLessThan(13_000_000) // the buffers of the kernel (4 and 6 MB here), and 1 MB of ours
    const caseId = await scene.draft()
    await scene.one.house.addPapers(caseId)
    await scene.one.house.do(WHO.hanafi, caseId, { type: 'submit' })
    await until('news for the reader', () => reader.rows.has(caseId))
  }, 40_000)
})

async function someRow(): Promise<QueueRow> {
  await scene.draft()
  const { rows } = await scene.db.pool.query<RowColumns>(`select ${ROW_COLUMNS} from case_file c limit 1`)
  return rowFromColumns(rows[0]!)
}
