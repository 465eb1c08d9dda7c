import { inflateRawSync } from 'node:zlib'
import type { RowColumn } from '#domain/case/row-columns.ts'
import { fromColumns } from '#domain/case/row-columns.ts'
import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import { WebSocket } from 'ws'
import type { Arrivals, Seat, WatchersAsked, WatchersSaid, WatchersTask } from './messages.ts'
import { micros } from './messages.ts'

type Tuple = readonly [id: string, version: number, seq: number, ...rest: unknown[]]
type Frame = readonly [queue: string, room: string, after: number, seq: number, rows: readonly Tuple[]]

/** Some hundred screens in one process: they count what arrives and when, and check every number. */
const task = JSON.parse(process.argv[2] ?? '') as WatchersTask
const origin = `http://127.0.0.1:${task.port}`

class Screen {
  readonly seat: Seat
  mark = task.mark
  seen = new Map<string, number>()
  disordered = 0
  doubled = 0
  #socket: Socket | WebSocket | undefined
  caughtUp: (() => void) | undefined

  constructor(seat: Seat) {
    this.seat = seat
  }

  open(): Promise<void> {
    return task.mode === 'ours' || task.mode === 'plain' ? this.#openSocketIo() : this.#openRaw()
  }

  #openSocketIo(): Promise<void> {
    const socket = io(origin, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: (give) => give({ v: 2, marks: { [task.queue]: this.mark }, packed: true }),
      extraHeaders: { cookie: this.seat.cookie, origin },
    })
    this.#socket = socket
    socket.on('rows', (frame: Frame) => this.#take(frame))
    socket.on('packed', (bytes: Buffer) => this.#take(plainOf(bytes)))
    return new Promise((resolve, reject) => {
      socket.once('connect_error', reject)
      // Ready is: what changed meanwhile is here. A foreign screen of this queue is told so too.
      if (task.mode === 'ours') this.caughtUp = resolve
      else socket.once('connect', resolve)
    })
  }

  #openRaw(): Promise<void> {
    const socket = new WebSocket(`ws://127.0.0.1:${task.port}/live`, { perMessageDeflate: false })
    this.#socket = socket
    socket.on('message', (data: Buffer) =>
      this.#take((JSON.parse(data.toString().slice(2)) as [string, Frame])[1]),
    )
    return new Promise((resolve) => socket.once('open', resolve))
  }

  #take([queue, room, after, seq, rows]: Frame): void {
    if (queue !== task.queue) return
    const at = micros()
    if (room === '') {
      this.caughtUp?.()
      this.caughtUp = undefined
    }
    if (task.mode === 'ours' && (after > this.mark || (room !== '' && seq <= this.mark))) this.disordered += 1
    let last = 0
    for (const [id, version, number] of rows) {
      if (number <= last) this.disordered += 1
      last = number
      const key = `${id}/${version}`
      if (this.seen.has(key)) this.doubled += 1
      this.seen.set(key, at)
    }
    this.mark = Math.max(this.mark, seq)
  }

  cut(): void {
    if (this.#socket instanceof WebSocket) this.#socket.terminate()
    else this.#socket?.disconnect()
  }
}

const screens = task.seats.map((seat) => new Screen(seat))

process.on('message', (asked: WatchersAsked) => void answer(asked))

async function answer(asked: WatchersAsked): Promise<void> {
  const begun = performance.now()
  if (asked.ask === 'result') return say({ said: 'result', arrivals: count(asked.sent) })
  if (asked.ask === 'cut') for (const screen of screens) screen.cut()
  if (asked.ask === 'forget')
    for (const screen of screens) {
      screen.seen = new Map()
      screen.doubled = 0
    }
  if (asked.ask === 'return') await Promise.all(screens.map((screen) => screen.open()))
  // In portions: a thousand people do not open their browsers in one millisecond.
  if (asked.ask === 'open')
    for (let n = 0; n < screens.length; n += 50)
      await Promise.all(screens.slice(n, n + 50).map((screen) => screen.open()))
  say({ said: 'ready', ms: performance.now() - begun })
}

function count(sent: readonly (readonly [string, number, number])[]): Arrivals {
  const latencies: number[] = []
  let [lost, foreign] = [0, 0]
  for (const screen of screens) {
    if (screen.seat.kind === 'foreign') {
      foreign += screen.seen.size
      continue
    }
    for (const [id, version, at] of sent) {
      const arrived = screen.seen.get(`${id}/${version}`)
      if (arrived === undefined) lost += 1
      else latencies.push((arrived - at) / 1000)
    }
  }
  latencies.sort((a, b) => a - b)
  const at = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? NaN
  const sum = (of: (screen: Screen) => number): number =>
    screens.reduce((total, screen) => total + of(screen), 0)
  return {
    p50: at(0.5),
    p99: at(0.99),
    deliveries: latencies.length,
    lost,
    foreign,
    doubled: sum((screen) => screen.doubled),
    disordered: sum((screen) => screen.disordered),
  }
}

function say(words: WatchersSaid): void {
  process.send?.(words)
}

function plainOf(packed: Buffer): Frame {
  const [queue, room, after, seq, columns] = JSON.parse(inflateRawSync(packed).toString()) as PackedFrame
  return [queue, room, after, seq, fromColumns(columns) as unknown as readonly Tuple[]]
}

type PackedFrame = readonly [string, string, number, number, readonly RowColumn[]]
