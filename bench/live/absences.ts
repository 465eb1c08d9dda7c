import { setTimeout as sleep } from 'node:timers/promises'
import { inflateRawSync } from 'node:zlib'
import { WebSocket } from 'ws'
import type { Figure } from '../report.ts'
import type { Seat } from './messages.ts'
import { Stage } from './stage.ts'
import type { World } from './world.ts'

/** Memory per screen, bytes on the wire, and what it costs to come back after having been away. */
export async function absences(world: World, crowd: number): Promise<readonly Figure[]> {
  const stage = await Stage.set('ours', world, crowd)
  try {
    // The second half of them: what the first half brought was also the server waking up.
    await stage.ask({ ask: 'open' }, 0)
    await sleep(2000)
    const idle = (await stage.measure()).rssKb
    await stage.ask({ ask: 'open' }, 1)
    await sleep(2000)
    const full = (await stage.measure()).rssKb
    const [seat] = world.seats(1)
    if (!seat) throw new Error('no seat')
    const perRow = await bytesPerRow(stage, world, seat)
    const back = await backAfter(stage, world, seat, 100)
    await stage.ask({ ask: 'cut' })
    await world.change(100)
    await sleep(500)
    await stage.measure()
    const allBack = await stage.ask({ ask: 'return' })
    const { queries } = await stage.measure()
    return [
      {
        figure: `memory per connected officer, ${crowd} of them`,
        value: (full - idle) / (crowd / 2),
        unit: 'KB',
        target: { of: 'value', most: 40 },
      },
      { figure: 'bytes per delivered row', value: perRow, unit: 'B', target: { of: 'value', most: 300 } },
      {
        figure: 'absent while 100 rows changed: bytes to be right again',
        value: back.bytes / 1024,
        unit: 'KB',
        target: { of: 'value', most: 3 },
      },
      {
        figure: 'absent while 100 rows changed: messages after the opening one',
        value: back.messages,
        unit: '',
        target: { of: 'value', most: 1 },
      },
      {
        figure: `${crowd} back at once, 100 changes behind: all right after`,
        value: allBack,
        unit: 'ms',
        target: { of: 'value', most: 2000 },
      },
      {
        figure: `${crowd} back at once: queries per 100 watchers`,
        value: (queries * 100) / crowd,
        unit: '',
        target: { of: 'value', most: 2 },
      },
    ]
  } finally {
    await stage.strike()
  }
}

type Heard = {
  readonly socket: WebSocket
  readonly frames: { readonly bytes: number; readonly rows: number; readonly catchUp: boolean }[]
}

/** A screen without a library: what it receives is what is on the wire. */
async function listen(stage: Stage, world: World, seat: Seat, mark: number): Promise<Heard> {
  const origin = `http://127.0.0.1:${stage.port}`
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    headers: { cookie: seat.cookie, origin },
  })
  const frames: { bytes: number; rows: number; catchUp: boolean }[] = []
  let header = 0
  socket.on('message', (data: Buffer, binary) => {
    if (binary) return take(inflateRawSync(data).toString(), data.length + header)
    const text = data.toString()
    if (text.startsWith('0'))
      socket.send(`40${JSON.stringify({ v: 2, marks: { [world.queue]: mark }, packed: true })}`)
    if (text === '2') socket.send('3')
    if (text.startsWith('451-["packed"')) header = data.length
    if (text.startsWith('42["rows"'))
      take(JSON.stringify((JSON.parse(text.slice(2)) as unknown[])[1]), data.length)
  })

  function take(frame: string, bytes: number): void {
    const [, room, , , rows] = JSON.parse(frame) as [string, string, number, number, unknown[]]
    frames.push({ bytes, rows: rows.length, catchUp: room === '' }) // of packed ones only the bytes count
  }

  while (!frames.some((frame) => frame.catchUp)) await sleep(5)
  return { socket, frames }
}

async function bytesPerRow(stage: Stage, world: World, seat: Seat): Promise<number> {
  const { socket, frames } = await listen(stage, world, seat, await world.mark())
  frames.length = 0
  await stage.changes(5, 4)
  socket.terminate()
  const sum = (of: 'bytes' | 'rows'): number => frames.reduce((total, frame) => total + frame[of], 0)
  return sum('bytes') / sum('rows')
}

async function backAfter(
  stage: Stage,
  world: World,
  seat: Seat,
  rows: number,
): Promise<{ bytes: number; messages: number }> {
  const mark = await world.mark()
  await world.change(rows)
  await sleep(500)
  const { socket, frames } = await listen(stage, world, seat, mark)
  await sleep(300)
  socket.terminate()
  return { bytes: frames.reduce((total, frame) => total + frame.bytes, 0), messages: frames.length }
}
