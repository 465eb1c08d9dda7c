import { randomUUID } from 'node:crypto'
import { hashPassword, oneTimePassword } from '#server/auth/password.ts'
import { ConfigError } from '#server/config.ts'
import type { Shell } from '#server/shell.ts'
import { seedCases } from './cases.ts'
import { seedPeople } from './people.ts'
import { seedRegions } from './regions.ts'

/** Two instances that start on one empty database: one fills it, the other waits. */
const SEED_LOCK = 5_810_101

export type Seeded = { readonly firstAdmin: { readonly username: string; readonly password: string } | undefined }

/**
 * Fills a database that nobody has filled yet. Each step is marked when it is done and harmless when done twice, so a
 * kill -9 in the middle costs only the time. A database with content is never touched again.
 */
export async function runSeed(shell: Shell, say: (progress: string) => void): Promise<Seeded> {
  const lock = await shell.pool.connect()
  try {
    await lock.query('SET idle_session_timeout = 0; SET statement_timeout = 0')
    await lock.query('SELECT pg_advisory_lock($1)', [SEED_LOCK])
    await refuseDemoPeople(shell)
    await step(shell, 'regions', () => seedRegions(shell.prisma))
    if (shell.config.seed === 'empty') return { firstAdmin: await firstAdmin(shell) }
    await step(shell, 'people', () => seedPeople(shell.prisma, shell.clock()))
    await step(shell, 'cases', async () => {
      say('mengisi contoh permohonan / filling in sample cases')
      await seedCases(shell, say)
    })
    return { firstAdmin: undefined }
  } finally {
    lock.release(true) // closing the connection gives the lock back, whatever happened to it
  }
}

async function step(shell: Shell, key: string, work: () => Promise<void>): Promise<void> {
  const mark = await shell.prisma.seedMark.findUnique({ where: { key: `done:${key}` }, select: { key: true } })
  if (mark) return
  await work()
  await shell.prisma.seedMark.create({ data: { key: `done:${key}`, value: {}, at: new Date(shell.clock()) } })
}

async function refuseDemoPeople(shell: Shell): Promise<void> {
  if (!shell.config.production) return
  const demo = await shell.prisma.person.count({ where: { demo: true, disabledAt: null } })
  if (demo > 0) throw new ConfigError(`Production refuses this database: it holds ${demo} demo accounts. Start on an empty DATA_DIR or DATABASE_URL.`)
}

/**
 * The one account of an empty database. Its password is shown once and must be changed at the first sign-in; while
 * nobody has used it, a new start (after a kill, or a lost print-out) makes another one.
 */
async function firstAdmin(shell: Shell): Promise<Seeded['firstAdmin']> {
  const others = await shell.prisma.person.count({ where: { NOT: { username: 'admin', mustChangePassword: true } } })
  if (others > 0) return undefined
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  const fresh = { passwordHash, passwordSetAt: new Date(shell.clock()), mustChangePassword: true }
  await shell.prisma.person.upsert({
    where: { username: 'admin' },
    update: fresh,
    create: { id: randomUUID(), username: 'admin', name: 'Administrator', role: 'ADMIN', areas: ['81.01'], services: [], ...fresh },
  })
  return { username: 'admin', password }
}
