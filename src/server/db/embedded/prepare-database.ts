import pg from 'pg'
import type { Passwords } from './passwords.ts'

const DURABLE = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']

/** Two log-ins, the role of the house and one database, whatever of it is there already; then looks whether what is committed stays. */
export async function prepareDatabase(
  superuserUrl: string,
  secrets: Passwords,
  durable: boolean,
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    for (const [role, password] of [
      ['satu_owner', secrets.owner],
      ['satu_app', secrets.app],
    ] as const) {
      const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
      if (known.rowCount === 0) {
        await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`)
      }
    }
    const house = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'satu_house'")
    if (house.rowCount === 0) await client.query('CREATE ROLE satu_house NOLOGIN')
    // Taken on purpose or not at all: by itself the log-in has none of what the house may see.
    await client.query('GRANT satu_house TO satu_app WITH INHERIT FALSE, SET TRUE')
    const known = await client.query("SELECT 1 FROM pg_database WHERE datname = 'satu'")
    if (known.rowCount === 0) await client.query('CREATE DATABASE satu OWNER satu_owner')
    await client.query("ALTER DATABASE satu SET timezone = 'UTC'")
    await client.query('REVOKE ALL ON DATABASE satu FROM PUBLIC')
    await client.query('GRANT CONNECT ON DATABASE satu TO satu_app')
    if (durable) await refuseUnsafe(client)
  } finally {
    await client.end()
  }
}

/** Refuses a PostgreSQL that would acknowledge what a power cut can take back. */
export async function refuseUnsafe(
  client: pg.ClientBase,
  needed: readonly string[] = DURABLE,
): Promise<void> {
  const off = await switchedOff(client, needed)
  if (off.length > 0)
    throw new Error(`PostgreSQL would lose acknowledged work in a power cut: switch on ${off.join(', ')}.`)
}

export async function switchedOff(
  client: pg.ClientBase,
  names: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT name FROM pg_settings WHERE name = ANY ($1) AND setting = 'off' ORDER BY name",
    [names],
  )
  return rows.map((row) => row.name)
}
