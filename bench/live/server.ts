import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server as SocketServer } from 'socket.io'
import { WebSocketServer } from 'ws'
import type { Keys } from '#server/seal/keys.ts'
import { appRouter } from '#main/router.ts'
import { listenForSessionNews } from '#server/auth/session-news.ts'
import { startLive } from '#server/live/live-server.ts'
import { trpcHandler } from '#server/trpc/http.ts'
import type { Rig } from '../rig.ts'
import { openRigShell } from '../rig.ts'
import type { Mode, ServerAsked, ServerSaid, ServerTask } from './messages.ts'

/** One server of the comparison, in a process of its own so that its processor time is its own. */
const task = JSON.parse(process.argv[2] ?? '') as ServerTask
const rig = openRigShell(task.url, 16, JSON.parse(task.keys) as Pick<Keys, 'sealing' | 'blindIndex'>)
let queries = 0
const query = rig.shell.pool.query.bind(rig.shell.pool)
rig.shell.pool.query = ((...words: Parameters<typeof query>) => {
  queries += 1
  return query(...words)
}) as typeof query

const server = createServer()
await serve(task.mode, rig)
server.listen(0, '127.0.0.1', () => say({ said: 'listening', port: (server.address() as AddressInfo).port }))
let [cpu, asked] = [process.cpuUsage(), 0]
process.on('message', (ask: ServerAsked) => {
  if (ask === 'stop') process.exit(0)
  globalThis.gc?.()
  const { user, system } = process.cpuUsage(cpu)
  say({
    said: 'measured',
    cpuMs: (user + system) / 1000,
    rssKb: process.memoryUsage.rss() / 1024,
    queries: queries - asked,
  })
  cpu = process.cpuUsage()
  asked = queries
})

function say(words: ServerSaid): void {
  process.send?.(words)
}

async function serve(mode: Mode, { shell, bus }: Pick<Rig, 'shell' | 'bus'>): Promise<void> {
  if (mode !== 'ours') return bare(mode)
  await listenForSessionNews(shell)
  const trpc = trpcHandler(shell, appRouter)
  server.on('request', (req: IncomingMessage, res: ServerResponse) => void trpc(req, res))
  startLive(server, shell, bus, { perAddress: 5000, total: 5000 })
}

type BareChange = { readonly id: string; readonly version: number; readonly row: string }

/** The least that could do it: a change is one UPDATE, and its row goes to everybody. */
function bare(mode: Exclude<Mode, 'ours'>): void {
  const send = mode === 'plain' ? plainSender() : rawSender()
  let [gathered, timer]: [string[], NodeJS.Timeout | undefined] = [[], undefined]
  const flush = (): void => {
    send(gathered)
    ;[gathered, timer] = [[], undefined]
  }
  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (req.method !== 'POST') return
    let body = ''
    req.on('data', (part: Buffer) => (body += part.toString()))
    req.on('end', () => {
      change(JSON.parse(body) as BareChange, res).catch(() => res.writeHead(500).end('{}'))
    })
  })

  async function change(one: BareChange, res: ServerResponse): Promise<void> {
    const { rows } = await rig.shell.pool.query<{ seq: number }>({
      name: 'bare-change',
      text: 'update bare_case set version = $2, seq = seq + 1 where id = $1 returning seq::float8 as seq',
      values: [one.id, one.version],
    })
    res.end('{}')
    const row = one.row.replace('"SEQ"', String(rows[0]?.seq))
    if (mode !== 'batched') return send([row])
    gathered.push(row)
    timer ??= setTimeout(flush, 10)
  }
}

function rawSender(): (rows: readonly string[]) => void {
  const sockets = new WebSocketServer({ server, path: '/live', perMessageDeflate: false })
  return (rows) => {
    const frame = `42["rows",["81.01/KK","81.01/KK@81.01#dinas",0,0,[${rows.join(',')}]]]`
    for (const socket of sockets.clients) socket.send(frame)
  }
}

function plainSender(): (rows: readonly string[]) => void {
  const io = new SocketServer(server, { transports: ['websocket'], serveClient: false })
  return (rows) => {
    for (const row of rows)
      io.emit('rows', ['81.01/KK', '81.01/KK@81.01#dinas', 0, 0, [JSON.parse(row) as unknown]])
  }
}
