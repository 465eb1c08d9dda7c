import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuseUnsafe } from './embedded/prepare-database.ts'
import { startEmbedded, type Embedded } from './embedded.ts'

const root = process.getuid?.() === 0
let dataDir = ''
let last: Embedded | undefined

/** One database for the tests that leave it usable: making one takes seconds on a busy machine. */
function freshPlace(): void {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'satu-embedded-'))
  chmodSync(dataDir, 0o711)
}
beforeAll(freshPlace)
afterAll(() => last?.discard())

async function start(more: { patienceMs?: number } = {}): Promise<Embedded> {
  last = await startEmbedded({ dataDir, ...more })
  return last
}
const cluster = () =>
  path.join(
    existsSync(path.join(dataDir, 'postgres'))
      ? path.join(dataDir, 'postgres')
      : readFileSync(path.join(dataDir, 'postgres.where'), 'utf8'),
    'cluster',
  )
const postmaster = () => Number(readFileSync(path.join(cluster(), 'postmaster.pid'), 'utf8').split('\n')[0])

async function ask(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('a kill -9 needs no hand', () => {
  test('of the server alone: PostgreSQL is adopted as it runs', async () => {
    const first = await start()
    const second = await start()
    expect(second.adopted).toBe(true)
    expect(second.appUrl).toBe(first.appUrl)
  })

  test('of PostgreSQL: what was committed is there', async () => {
    const first = await start()
    await ask(first.ownerUrl, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (81)')
    process.kill(postmaster(), 'SIGKILL')
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await ask(second.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 81 }])
  })

  test('and a power cut: a left-over number that now belongs to a stranger is not believed', async () => {
    const first = await start()
    await first.stop()
    writeFileSync(
      path.join(cluster(), 'postmaster.pid'),
      `${process.pid}\n${cluster()}\n0\n5432\n\n127.0.0.1\n\nready\n`,
    )
    expect((await start()).adopted).toBe(false)
  })
})

test('one that runs and does not answer is stopped and started again', async () => {
  await start()
  const silent = postmaster()
  process.kill(silent, 'SIGSTOP')
  const waking = sleep(3_000).then(
    () => process.kill(silent, 'SIGCONT'),
    () => {},
  ) // it can only be stopped once it runs
  const second = await start({ patienceMs: 500 })
  await waking.catch(() => {})
  expect(second.adopted).toBe(false)
  expect(postmaster()).not.toBe(silent)
})

test('passwords are needed, on the loopback only, and it is durable and checksummed', async () => {
  const { appUrl, superuserUrl } = await start()
  const wrong = new URL(appUrl)
  wrong.password = 'x'
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
  const settings = await ask(
    superuserUrl,
    `SELECT name, setting FROM pg_settings WHERE name IN
    ('listen_addresses', 'unix_socket_directories', 'fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'TimeZone') ORDER BY name`,
  )
  expect(Object.fromEntries(settings.map((row) => [row['name'], row['setting']]))).toEqual({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    data_checksums: 'on',
    TimeZone: 'UTC',
  })
})

test('a PostgreSQL that could lose acknowledged work is refused', async () => {
  const { superuserUrl } = await start()
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query('SET synchronous_commit = off')
  await expect(refuseUnsafe(client)).rejects.toThrow(/switch on synchronous_commit/)
  await client.end()
})

test('the database without its passwords is refused in words', async () => {
  const first = await start()
  await first.stop()
  const file = path.join(dataDir, 'secrets', 'database.json')
  const kept = readFileSync(file)
  writeFileSync(
    file,
    JSON.stringify({ superuser: 'x'.repeat(43), owner: 'y'.repeat(43), app: 'z'.repeat(43) }),
  )
  await expect(start()).rejects.toThrow(/does not accept its password/)
  writeFileSync(file, kept)
})

test('a kill -9 during the making of the cluster: the half is cleared away and a whole one made', async () => {
  await last?.discard()
  freshPlace()
  const place = path.join(dataDir, 'postgres')
  mkdirSync(path.join(place, 'new-cut'), { recursive: true })
  writeFileSync(path.join(place, 'new-cut', 'PG_VERSION'), '18')
  await start()
  expect(readdirSync(place).filter((name) => name.startsWith('new-'))).toEqual([])
})

test.runIf(root)(
  'as root in a private folder the data go where PostgreSQL may go, and are found again',
  async () => {
    await last?.discard()
    freshPlace()
    chmodSync(dataDir, 0o700)
    const first = await start()
    expect(existsSync(path.join(dataDir, 'postgres'))).toBe(false)
    await ask(first.ownerUrl, 'CREATE TABLE kept (n int)')
    await first.stop()
    expect(await ask((await start()).ownerUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }])
    // Whoever throws a temporary DATA_DIR away does not leave its other half behind for ever.
    const outside = readFileSync(path.join(dataDir, 'postgres.where'), 'utf8')
    await last?.stop()
    rmSync(dataDir, { recursive: true })
    freshPlace()
    chmodSync(dataDir, 0o700)
    await start()
    expect(existsSync(outside)).toBe(false)
  },
)
