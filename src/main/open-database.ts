import pg from 'pg'
import { ConfigError, type Config } from '#server/config.ts'
import { refuseUnsafe, switchedOff } from '#server/db/embedded/prepare-database.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { applyMigrations } from '#server/db/migrate.ts'
import { asHouse } from '#server/db/pool.ts'

const OLDEST_MAJOR = 15

export type Database = {
  /** What the application connects with, as the house: all rights but to change the log. */
  readonly url: string
  /** Of the owner of the tables. */
  readonly ownerUrl: string
  /** It was running already: whoever started it stops it. */
  readonly adopted: boolean
  stop(): Promise<void>
}

/** The house's PostgreSQL or the embedded one, brought to this release. */
export async function openDatabase(config: Config, say: (progress: string) => void): Promise<Database> {
  const database =
    config.databaseUrl === undefined
      ? await embedded(config, say)
      : await given(config, config.databaseUrl, say)
  const applied = await applyMigrations(database.ownerUrl)
  if (config.databaseUrl !== undefined) await refuseWithoutRoles(config.databaseAppUrl ?? config.databaseUrl)
  if (applied.length > 0) say(`basis data diperbarui / database migrated (${applied.length})`)
  return database
}

async function embedded(config: Config, say: (progress: string) => void): Promise<Database> {
  const { appUrl, ownerUrl, adopted, stop } = await startEmbedded({ dataDir: config.dataDir, say })
  return { url: appUrl, ownerUrl, adopted, stop }
}

async function given(config: Config, ownerUrl: string, say: (progress: string) => void): Promise<Database> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new ConfigError(
      `DATABASE_URL does not lead to a PostgreSQL: ${error instanceof Error ? error.message : String(error)}.`,
      { cause: error },
    )
  }
  try {
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
    const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
    if (major < OLDEST_MAJOR)
      throw new ConfigError(`DATABASE_URL leads to PostgreSQL ${major}; it must be ${OLDEST_MAJOR} or newer.`)
    await refuseUnsafe(client, ['fsync', 'synchronous_commit'])
    // Some houses have good reasons (a file system or a service that sees to it): said, not refused.
    const off = await switchedOff(client, ['full_page_writes', 'data_checksums'])
    if (off.length > 0) say(`PostgreSQL: ${off.join(', ')} off`)
  } finally {
    await client.end()
  }
  return {
    url: asHouse(config.databaseAppUrl ?? ownerUrl),
    ownerUrl,
    adopted: true,
    stop: async () => {},
  }
}

async function refuseWithoutRoles(loginUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: loginUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ who: string; may: boolean }>(
      `SELECT session_user AS who,
         pg_has_role(session_user, 'satu_app', 'MEMBER') AND pg_has_role(session_user, 'satu_house', 'MEMBER') AS may`,
    )
    if (rows[0]?.may) return
    throw new ConfigError(
      `The log-in of the application may not act as it: run GRANT satu_app, satu_house TO ${rows[0]?.who ?? 'it'}.`,
    )
  } finally {
    await client.end()
  }
}
