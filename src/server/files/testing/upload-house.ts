import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import sharp from 'sharp'
import { insertSession } from '#server/auth/session-store.ts'
import { newSessionToken, sessionIdOf } from '#server/auth/session-token.ts'
import { runCommand } from '#server/case/run-command.ts'
import { readConfig } from '#server/config.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { createSealer } from '#server/seal/sealer.ts'
import type { Shell } from '#server/shell.ts'
import { closeFiles } from '../files-shell.ts'
import { papersHandler } from '../papers-handler.ts'
import { uploadsHandler } from '../uploads-handler.ts'

const SELAMON = '81.01.09.2001'
const WOTAY = '81.01.12.2002'
const key = (): string => randomBytes(32).toString('base64url')
const base64 = (text: string): string => Buffer.from(text).toString('base64')
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A photo whose every byte differs from the last one's. */
export function aPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 120, sigma: 30 } as const
  return sharp({ create: { width: 500, height: 400, channels: 3, background: '#dccfb4', noise } })
    .jpeg()
    .toBuffer()
}

export type Visitor = {
  readonly actor: {
    readonly id: string
    readonly name: string
    readonly role: 'NEGERI_OFFICER' | 'OPERATOR'
    readonly areas: string[]
    readonly services: []
  }
  readonly cookie: string
}
type Creation = {
  readonly caseId: string
  readonly length: number
  readonly sha256: string
  readonly cookie?: string
  readonly purpose?: string
  readonly origin?: string
  readonly headers?: Record<string, string>
}
type More = Omit<RequestInit, 'headers' | 'method'> & { readonly headers?: Record<string, string> }

/** The two doors for files on a real database and a real port, and the people who come to them. */
export class UploadHouse {
  readonly database: TestDatabase
  readonly shell: Shell
  readonly base: string
  readonly #server: Server
  now = Date.now()
  mina!: Visitor
  neighbour!: Visitor
  operator!: Visitor

  private constructor(database: TestDatabase, dataDir: string, server: Server, base: string) {
    this.database = database
    this.#server = server
    this.base = base
    const { pool, prisma } = database
    this.shell = {
      config: { ...readConfig({ DATA_DIR: dataDir, SEED: 'demo' }), appUrl: 'http://localhost' },
      pool,
      prisma,
      clock: () => this.now,
      log: pino({ level: 'silent' }),
      sealer: createSealer({ sealing: [{ id: 1, key: key() }], blindIndex: key() }),
      feed: { wake: () => undefined } as unknown as Shell['feed'],
    }
  }

  static async open(): Promise<UploadHouse> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    const house = new UploadHouse(await testDatabase(), await mkdtemp(join(tmpdir(), 'files-')), server, base)
    const [uploads, papers] = [uploadsHandler(house.shell), papersHandler(house.shell)]
    server.on(
      'request',
      (req, res) => void (req.url?.startsWith('/papers') ? papers(req, res) : uploads(req, res)),
    )
    await house.database.prisma.region.createMany({
      data: [SELAMON, WOTAY].map((code) => ({ code, name: code, level: 'negeri_desa' })),
      skipDuplicates: true,
    })
    house.mina = await house.person('NEGERI_OFFICER', [SELAMON])
    house.neighbour = await house.person('NEGERI_OFFICER', [WOTAY])
    house.operator = await house.person('OPERATOR', ['81.01'])
    return house
  }

  async close(): Promise<void> {
    closeFiles(this.shell)
    await new Promise((resolve) => this.#server.close(resolve))
    await rm(this.shell.config.dataDir, { recursive: true })
    await this.database.drop()
  }

  async person(role: 'NEGERI_OFFICER' | 'OPERATOR', areas: string[]): Promise<Visitor> {
    const [id, token, name] = [randomUUID(), newSessionToken(), 'Mina Boiratan']
    await this.database.prisma.person.create({
      data: { id, username: id, name, passwordHash: 'x', role, areas, services: [] },
    })
    const times = { at: this.now, expiresAt: this.now + 3_600_000 }
    const session = { id: sessionIdOf(token), personId: id, secondFactor: true, device: '', address: '' }
    await insertSession(this.database.pool, { ...session, ...times })
    return { actor: { id, name, role, areas, services: [] }, cookie: `satu-antrean=${token}` }
  }

  async draft(by: Visitor = this.mina): Promise<string> {
    const caseId = randomUUID()
    const negeri = by.actor.areas[0] ?? ''
    const command = { type: 'create', service: 'AKTA_KELAHIRAN', kind: 'BIRTH_REGULAR', negeri } as const
    const origin = { address: '127.0.0.1', device: 'test' }
    const answer = await runCommand(
      this.shell,
      by.actor,
      { commandId: randomUUID(), caseId, seenVersion: 0, command },
      origin,
    )
    if (!answer.ok) throw new Error(answer.refusal.why)
    return caseId
  }

  create(given: Creation): Promise<Response> {
    const { cookie = this.mina.cookie, caseId, purpose = 'paper', origin = this.base, headers } = given
    const meta = Object.entries({ caseId, sha256: given.sha256, purpose })
    return fetch(`${this.base}/files`, {
      method: 'POST',
      headers: {
        cookie,
        origin,
        'tus-resumable': '1.0.0',
        'upload-length': String(given.length),
        'upload-metadata': meta.map(([name, value]) => `${name} ${base64(value)}`).join(','),
        ...headers,
      },
    })
  }

  tus(method: string, url: string, cookie: string, { headers, ...more }: More = {}): Promise<Response> {
    return fetch(url, {
      ...more,
      method,
      headers: { cookie, origin: this.base, 'tus-resumable': '1.0.0', ...headers },
    })
  }

  send(url: string, bytes: Uint8Array, offset = 0, cookie = this.mina.cookie): Promise<Response> {
    const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }
    return this.tus('PATCH', url, cookie, { body: Buffer.from(bytes), headers })
  }

  async started(bytes: Uint8Array, more: Partial<Creation> = {}) {
    const caseId = more.caseId ?? (await this.draft())
    const answer = await this.create({ caseId, length: bytes.length, sha256: sha256(bytes), ...more })
    const location = answer.headers.get('location') ?? ''
    if (answer.status !== 201) throw new Error(`creation answered ${answer.status}`)
    return { caseId, url: this.base + location, id: location.slice('/files/'.length) }
  }

  get(path: string, cookie: string): Promise<Response> {
    return fetch(this.base + path, { headers: { cookie } })
  }

  stateOf(id: string) {
    return this.database.prisma.storedFile.findUniqueOrThrow({ where: { id } })
  }
}

export async function whyOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { why: string }).why
}
