import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { openSession } from '#server/auth/open-session.ts'
import type { ServerSaid } from '../live/messages.ts'
import type { Rig, Service } from '../rig.ts'
import { KEYS, Office } from '../rig.ts'

/** Someone with a session, who reaches a server at a port: straight, or through a line. */
export type Seat = { readonly actor: Actor; readonly cookie: string; readonly port: number }

/** An office with people and cases, and two server processes on one database. */
export class Town {
  readonly rig: Rig
  readonly office: Office
  readonly ports: readonly [number, number]
  readonly #servers: readonly ChildProcess[]
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 256 })

  private constructor(
    rig: Rig,
    office: Office,
    ports: readonly [number, number],
    servers: readonly ChildProcess[],
  ) {
    this.rig = rig
    this.office = office
    this.ports = ports
    this.#servers = servers
  }

  static async open(rig: Rig): Promise<Town> {
    const [office] = await Office.openAll(rig.shell, ['81.01'])
    if (!office) throw new Error('no office')
    const task = JSON.stringify({ mode: 'ours', url: rig.urls.app, keys: JSON.stringify(KEYS) })
    const servers = [1, 2].map(() =>
      fork(path.join(import.meta.dirname, '../live/server.ts'), [task], { execArgv: ['--expose-gc'] }),
    )
    const said = await Promise.all(servers.map((server) => once(server, 'message') as Promise<[ServerSaid]>))
    const [one = 0, two = 0] = said.map(([words]) => (words.said === 'listening' ? words.port : 0))
    return new Town(rig, office, [one, two], servers)
  }

  async close(): Promise<void> {
    this.#agent.destroy()
    await Promise.all(
      this.#servers.map((server) => {
        const gone = once(server, 'exit')
        server.kill('SIGKILL')
        return gone
      }),
    )
  }

  /** People of a role, every other one at the other server. */
  async people(role: Role, count: number, name = 'Petugas'): Promise<readonly Seat[]> {
    const { shell } = this.rig
    const seats: Seat[] = []
    for (let n = 0; n < count; n += 1) {
      const actor = { ...this.office.person(role, `${name} ${n + 1}`), id: randomUUID() }
      await shell.pool.query(
        "insert into person (id, username, name, password_hash, role, areas, services) values ($1, $2, $3, '', $4, $5, '{}')",
        [actor.id, `p-${actor.id}`, actor.name, role, actor.areas],
      )
      const origin = { address: '127.0.0.1', device: 'bench' }
      const { token } = await openSession(shell, shell.pool, actor.id, origin, true)
      seats.push({ actor, cookie: `satu-antrean=${token}`, port: this.ports[n % 2] ?? 0 })
    }
    return seats
  }

  /** A case that has come as far as the act named, and the files of its papers. */
  async caseAfter(act: CaseCommand['type'], service: Service = 'KK'): Promise<Made> {
    const papers: string[] = []
    for await (const { actor, caseId, command } of this.office.life(service)) {
      const answer = await this.office.run(actor, caseId, command)
      if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer.refusal)}`)
      if (command.type === 'addPaper') papers.push(command.fileId)
      if (command.type === act) return { caseId, papers }
    }
    throw new Error(`no ${act} in the life of a case`)
  }

  run(seat: Seat, caseId: string, command: CaseCommand, seenVersion = 1): Promise<CommandAnswer> {
    return this.ask(seat, 'case.run', { commandId: randomUUID(), caseId, seenVersion, command })
  }

  /** A procedure over HTTP, as a browser asks it. */
  ask<T>(seat: Seat, procedure: string, input: unknown, how: 'POST' | 'GET' = 'POST'): Promise<T> {
    const origin = `http://127.0.0.1:${seat.port}`
    const body = JSON.stringify(input)
    const where = `${origin}/api/trpc/${procedure}${how === 'GET' ? `?input=${encodeURIComponent(body)}` : ''}`
    const headers = {
      cookie: seat.cookie,
      origin,
      'accept-encoding': 'gzip, br',
      ...(how === 'POST'
        ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
        : {}),
    }
    return new Promise((resolve, reject) => {
      const request = http.request(where, { method: how, agent: this.#agent, headers }, (res) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('error', reject)
        res.on('end', () => {
          const text = unpacked(Buffer.concat(parts), res.headers['content-encoding'])
          const answer = JSON.parse(text) as { readonly result?: { readonly data: T } }
          if (answer.result) resolve(answer.result.data)
          else reject(new Error(`${procedure}: ${res.statusCode} ${text.slice(0, 300)}`))
        })
      })
      request.on('error', reject)
      request.end(how === 'POST' ? body : undefined)
    })
  }
}

function unpacked(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString()
}

export type Made = { readonly caseId: string; readonly papers: readonly string[] }
