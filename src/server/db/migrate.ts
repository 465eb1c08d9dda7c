import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { installBoss } from './install-boss.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../../prisma/migrations')
/** Any fixed number: two instances that start at once migrate one after the other. */
const MIGRATION_LOCK = 5_810_100

/** The table as Prisma itself makes it, so that `prisma migrate` reads the same history. */
const HISTORY = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/**
 * Brings the database to this release and returns what was applied. Each migration and its line in the history are one
 * transaction: a kill -9 leaves it done or not begun, never "failed, needs a person". (So no CREATE INDEX CONCURRENTLY.)
 * @param url log-in of the owner of the tables
 */
export async function applyMigrations(url: string): Promise<readonly string[]> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c timezone=UTC',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(HISTORY)
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const known = new Map(rows.map((row) => [row.migration_name, row.checksum]))
    const migrations = readMigrations()
    refuseForeignHistory(known, migrations)
    const missing = migrations.filter((one) => !known.has(one.name))
    for (const one of missing) await applyOne(client, one)
    await installBoss(client)
    return missing.map((one) => one.name)
  } finally {
    await client.end()
  }
}

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

/** Every migration of this release, oldest first. */
export function readMigrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(path.join(FOLDER, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(FOLDER, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(
      `Migration ${name} was taken back: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}

function refuseForeignHistory(known: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const ours = new Map(migrations.map((one) => [one.name, one.checksum]))
  for (const [name, checksum] of known) {
    const own = ours.get(name)
    if (own === undefined)
      throw new Error(`The database is newer than this release (it has ${name}): start the newer release.`)
    if (own !== checksum)
      throw new Error(
        `Migration ${name} was changed after it had been applied: restore the file, and write a new one.`,
      )
  }
}
