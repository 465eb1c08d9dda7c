import { randomUUID } from 'node:crypto'
import pino from 'pino'
import type { Role } from '#domain/access/role.ts'
import type { Config } from '#server/config.ts'
import { readConfig } from '#server/config.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { createSealer } from '#server/seal/sealer.ts'
import type { Shell } from '#server/shell.ts'
import { openSession } from './open-session.ts'
import { hashPassword } from './password.ts'

export const PASSWORD = 'perahu berlayar malam'
export const FROM = { address: '10.1.1.1', device: 'test', deviceCookie: undefined }

export type TestPerson = {
  readonly role?: Role
  readonly areas?: readonly string[]
  readonly services?: readonly string[]
  readonly demo?: boolean
  readonly mustChange?: boolean
}

export type TestWorld = {
  readonly shell: Shell
  readonly database: TestDatabase
  /** Moves the clock of the shell; the machine's own clock goes on. */
  later(ms: number): void
  person(username: string, about?: TestPerson): Promise<string>
  /** A Cookie header of a new session of this person. */
  signedIn(personId: string, secondFactor?: boolean): Promise<string>
}

let passwordHash: Promise<string> | undefined

/** A database, a shell around it, and people to sign in as: for tests of rights and sessions. */
export async function testWorld(settings: Partial<Config> = {}): Promise<TestWorld> {
  const database = await testDatabase()
  let shift = 0
  const key = (fill: string) => Buffer.from(fill.repeat(32).slice(0, 32)).toString('base64url')
  const sealer = createSealer({ sealing: [{ id: 1, key: key('k1') }], blindIndex: key('b2') })
  const config: Config = {
    ...readConfig({ SEED: 'empty', PORT: '3014', APP_URL: 'http://localhost:3014' }),
    ...settings,
  }
  const shell: Shell = {
    config,
    pool: database.pool,
    prisma: database.prisma,
    clock: () => Date.now() + shift,
    log: pino({ level: 'silent' }),
    sealer,
    feed: undefined as unknown as Shell['feed'], // nothing here changes a case
  }
  return {
    shell,
    database,
    later: (ms) => {
      shift += ms
    },
    async person(
      username,
      { role = 'OPERATOR', areas = ['81.01'], services = [], demo = false, mustChange = false } = {},
    ) {
      const id = randomUUID()
      passwordHash ??= hashPassword(PASSWORD)
      await database.pool.query(
        `insert into person (id, username, name, password_hash, role, areas, services, demo, must_change_password)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, username, `Nama ${username}`, await passwordHash, role, areas, services, demo, mustChange],
      )
      return id
    },
    async signedIn(personId, secondFactor = true) {
      const { token } = await openSession(shell, database.pool, personId, FROM, secondFactor)
      return `satu-antrean=${token}`
    },
  }
}
