import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import type { Figure } from '../report.ts'
import { percentile } from '../rig.ts'
import { SEA, SlowLine } from '../sea/slow-line.ts'
import { Desk } from './desk.ts'
import type { Made, Town } from './town.ts'

/** As a screen does: news of one moment are read together. */
const GATHER_MS = 120

type Near = { readonly presence: number[]; readonly pointer: number[]; readonly pin: number[] }

/**
 * How long it takes from one person's act to another's screen, at the other server: what they look at, where they
 * point, what they pin. On a LAN, and with each of the two at the end of a line to an island. The limit is a bare relay
 * of the same few bytes over the same lines.
 */
export async function nearness(town: Town, quick: boolean): Promise<readonly Figure[]> {
  const made = await town.caseAfter('forward')
  const times = quick ? 3 : 40
  const lan = await measure(town, made, town.ports, times)
  const figures = [
    figure('presence on LAN, to the other server’s screen', lan.presence, 300, await relay([], times)),
    figure('pointer on LAN', lan.pointer, 300),
    figure('pin on LAN, until it is read', lan.pin, 300),
  ]
  if (quick) return figures
  const lines = await Promise.all(
    town.ports.map((port, n) => SlowLine.open(() => port, { ...SEA, seed: n + 1 })),
  )
  const [one, two] = lines
  if (!one || !two) throw new Error('no lines')
  try {
    const sea = await measure(town, made, [one.port, two.port], times)
    return [
      ...figures,
      figure('presence, both at 64 kbit/s, 800 ms, 10 % loss', sea.presence, 2500, await relay(SEEDS, times)),
      figure('pointer, both at 64 kbit/s', sea.pointer, 2500),
      figure('pin, both at 64 kbit/s, until it is read', sea.pin, 2500),
    ]
  } finally {
    for (const line of lines) line.close()
  }
}

const SEEDS = [1, 2]

function figure(name: string, times: readonly number[], most: number, limit?: number): Figure {
  return {
    figure: `${name}: p95`,
    value: percentile(times, 0.95),
    unit: 'ms',
    ...(limit === undefined ? {} : { limit }),
    target: { of: 'value', most },
  }
}

async function measure(
  town: Town,
  { caseId, papers }: Made,
  ports: readonly number[],
  times: number,
): Promise<Near> {
  const [one, two] = await town.people('OPERATOR', 2)
  if (!one || !two) throw new Error('nobody')
  const [a, b] = [new Desk({ ...one, port: ports[0] ?? 0 }), new Desk({ ...two, port: ports[1] ?? 0 })]
  const place = `case:${caseId}`
  const [paper = ''] = papers
  const near: Near = { presence: [], pointer: [], pin: [] }
  try {
    await Promise.all([a.connected(), b.connected()])
    for (const desk of [a, b]) desk.colleagues.say(place, { paper, page: 1 })
    await Promise.all([a, b].map((desk) => desk.when(() => desk.colleagues.at(place).length === 2)))
    await sleep(500)
    for (let n = 2; n < times + 2; n += 1) {
      const at = performance.now()
      a.colleagues.say(place, { paper, page: n })
      await b.when(() => b.colleagues.at(place).some(({ detail }) => detail?.page === n))
      near.presence.push(performance.now() - at)
      await sleep(300)
    }
    near.pointer.push(...(await pointing(a, b, place, paper, times)))
    for (let n = 0; n < times / 2; n += 1) near.pin.push(await pinning(town, a, b, caseId, paper, n))
    return near
  } finally {
    a.close()
    b.close()
  }
}

/** A pointer that moves ten times a second: each place is there when it, or a later one, is. */
async function pointing(
  a: Desk,
  b: Desk,
  place: string,
  paper: string,
  times: number,
): Promise<readonly number[]> {
  for (const desk of [a, b]) desk.colleagues.say(place, { paper, page: 1 })
  await Promise.all(
    [a, b].map((desk) =>
      desk.when(() => desk.colleagues.at(place).every(({ detail }) => detail?.page === 1)),
    ),
  )
  await sleep(2000)
  const sent: number[] = []
  const took: number[] = []
  const stop = b.colleagues.onPointers(([, , spots]) => {
    const [, x] = spots[0] ?? []
    if (x !== undefined) while (took.length <= x) took.push(performance.now() - (sent[took.length] ?? NaN))
  })
  for (let n = 0; n < times * 2; n += 1) {
    sent.push(performance.now())
    a.colleagues.point(paper, 1, [n, n])
    await sleep(100)
  }
  const end = performance.now() + 20_000
  while (took.length < sent.length && performance.now() < end) await sleep(20)
  stop()
  return took.length === sent.length ? took : [Infinity]
}

async function pinning(
  town: Town,
  a: Desk,
  b: Desk,
  caseId: string,
  paper: string,
  n: number,
): Promise<number> {
  const pinId = randomUUID()
  const box = { x: (n % 10) / 20, y: 0.1, w: 0.1, h: 0.1 }
  const at = performance.now()
  const running = town.run(a.seat, caseId, {
    type: 'pinPaper',
    pinId,
    fileId: paper,
    page: 1,
    box,
    text: 'Tulis ulang.',
  })
  const before = b.versions.get(caseId) ?? 0
  await b.when(() => (b.versions.get(caseId) ?? 0) > before)
  await sleep(GATHER_MS)
  const { view } = await town.ask<{
    readonly view: { readonly file: { readonly pins: readonly { id: string }[] } }
  }>(b.seat, 'case.open', { caseId, again: true }, 'GET')
  const took = performance.now() - at
  const answer = await running
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  if (!view.file.pins.some((pin) => pin.id === pinId)) throw new Error('the pin is not there')
  await town.run(a.seat, caseId, { type: 'settlePin', pinId, as: 'withdrawn' })
  return took
}

/** The least that could do it: a server that hands on each message, at the end of the same two lines. */
async function relay(seeds: readonly number[], times: number): Promise<number> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.on('connection', (socket) => {
    socket.on('message', (words: Buffer) => {
      for (const other of server.clients) if (other !== socket) other.send(words.toString())
    })
  })
  const lines = await Promise.all(seeds.map((seed) => SlowLine.open(() => port, { ...SEA, seed })))
  const [from, to] = [0, 1].map((n) => new WebSocket(`ws://127.0.0.1:${lines[n]?.port ?? port}`))
  if (!from || !to) throw new Error('no relay')
  await Promise.all([from, to].map((one) => new Promise((resolve) => one.once('open', resolve))))
  const took: number[] = []
  for (let n = 0; n < times; n += 1) {
    const at = performance.now()
    const there = new Promise((resolve) => to.once('message', resolve))
    from.send(`42["watch","case:${randomUUID()}",{"paper":"${randomUUID()}","page":${n}}]`)
    await there
    took.push(performance.now() - at)
    await sleep(300)
  }
  for (const end of [from, to]) end.terminate()
  for (const line of lines) line.close()
  server.close()
  return percentile(took, 0.95)
}
