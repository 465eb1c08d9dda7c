import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { KEYS } from '../rig.ts'
import type {
  Arrivals,
  Mode,
  ServerAsked,
  ServerSaid,
  WatchersAsked,
  WatchersSaid,
  WatchersTask,
} from './messages.ts'
import { micros } from './messages.ts'
import type { World } from './world.ts'

export type Measured = Extract<ServerSaid, { said: 'measured' }>

/** One server and its watchers, each in processes of their own, and the one who makes the changes. */
export class Stage {
  readonly mode: Mode
  readonly port: number
  readonly #world: World
  readonly #server: ChildProcess
  readonly #watchers: readonly ChildProcess[]
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

  private constructor(
    mode: Mode,
    world: World,
    port: number,
    server: ChildProcess,
    watchers: readonly ChildProcess[],
  ) {
    this.mode = mode
    this.port = port
    this.#world = world
    this.#server = server
    this.#watchers = watchers
  }

  static async set(mode: Mode, world: World, watchers: number): Promise<Stage> {
    const server = fork(
      file('server.ts'),
      [JSON.stringify({ mode, url: world.url, keys: JSON.stringify(KEYS) })],
      { execArgv: ['--expose-gc'] },
    )
    const { port } = (await said(server)) as Extract<ServerSaid, { said: 'listening' }>
    const mark = await world.mark()
    const seats = world.seats(watchers)
    const half = Math.ceil(seats.length / 2)
    const processes = [seats.slice(0, half), seats.slice(half)].map((some) =>
      watch({ mode, port, seats: some, queue: world.queue, mark }),
    )
    return new Stage(mode, world, port, server, processes)
  }

  /** Answers after how many milliseconds the last of them was ready. */
  async ask(ask: WatchersAsked, half?: 0 | 1): Promise<number> {
    const asking = half === undefined ? this.#watchers : this.#watchers.slice(half, half + 1)
    const answers = await Promise.all(
      asking.map((one) => asked<Extract<WatchersSaid, { said: 'ready' }>>(one, ask)),
    )
    return Math.max(...answers.map((answer) => answer.ms))
  }

  measure(): Promise<Measured> {
    return asked<Measured>(this.#server, 'measure' satisfies ServerAsked)
  }

  /** So many changes a second, whatever the answers take; then what arrived of them. */
  async changes(
    perSecond: number,
    seconds: number,
  ): Promise<{ readonly arrivals: Arrivals; readonly measured: Measured; readonly answered: number }> {
    await this.ask({ ask: 'forget' })
    await this.measure()
    const sent: (readonly [string, number, number])[] = []
    const running: Promise<void>[] = []
    const [started, gap] = [performance.now(), 1000 / perSecond]
    let answered = 0
    for (let n = 0; n < perSecond * seconds; n += 1) {
      const wait = started + n * gap - performance.now()
      if (wait > 0) await sleep(wait)
      const change = this.#world.next(this.mode)
      const at = micros()
      running.push(
        this.#post(change.path, change.body, change.cookie).then((version) => {
          answered += 1
          sent.push([change.packed, version ?? change.version, at])
        }),
      )
    }
    await Promise.all(running)
    await sleep(1000)
    const measured = await this.measure()
    const parts = await Promise.all(
      this.#watchers.map((one) =>
        asked<Extract<WatchersSaid, { said: 'result' }>>(one, { ask: 'result', sent }),
      ),
    )
    return { arrivals: together(parts.map((part) => part.arrivals)), measured, answered }
  }

  #post(where: string, body: string, cookie: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const origin = `http://127.0.0.1:${this.port}`
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        cookie,
        origin,
      }
      const request = http.request(
        `${origin}${where}`,
        { method: 'POST', agent: this.#agent, headers },
        (res) => {
          let text = ''
          res.on('data', (part: Buffer) => (text += part.toString()))
          res.on('end', () => {
            const answer = JSON.parse(text) as { result?: { data: { ok: boolean; version: number } } }
            if (res.statusCode !== 200 || (this.mode === 'ours' && answer.result?.data.ok !== true))
              reject(new Error(`no: ${res.statusCode} ${text.slice(0, 300)}`))
            else resolve(answer.result?.data.version)
          })
        },
      )
      request.on('error', reject)
      request.end(body)
    })
  }

  async strike(): Promise<void> {
    this.#agent.destroy()
    for (const one of [...this.#watchers, this.#server]) {
      const gone = once(one, 'exit')
      one.kill('SIGKILL')
      await gone
    }
  }
}

function file(name: string): string {
  return path.join(import.meta.dirname, name)
}

function watch(task: WatchersTask): ChildProcess {
  return fork(file('watchers.ts'), [JSON.stringify(task)])
}

async function said(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController()
  const gone = once(child, 'exit', { signal: ended.signal }).then(
    () => Promise.reject(new Error('a part of the benchmark ended')),
    () => undefined,
  )
  try {
    const [words] = (await Promise.race([once(child, 'message'), gone])) as [unknown]
    return words
  } finally {
    ended.abort()
  }
}

async function asked<T>(child: ChildProcess, ask: WatchersAsked | ServerAsked): Promise<T> {
  const answer = said(child)
  child.send(ask)
  return (await answer) as T
}

/** Percentiles of processes that each hold half of the watchers: the worse one counts. */
function together(parts: readonly Arrivals[]): Arrivals {
  const sum = (of: (part: Arrivals) => number): number => parts.reduce((total, part) => total + of(part), 0)
  return {
    p50: Math.max(...parts.map((part) => part.p50)),
    p99: Math.max(...parts.map((part) => part.p99)),
    deliveries: sum((part) => part.deliveries),
    lost: sum((part) => part.lost),
    doubled: sum((part) => part.doubled),
    disordered: sum((part) => part.disordered),
    foreign: sum((part) => part.foreign),
  }
}
