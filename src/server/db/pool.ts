import pg from 'pg'

export type PoolOptions = {
  readonly max?: number
  readonly onError?: (error: Error) => void
}

/**
 * Connections to PostgreSQL, bounded in number and in time. Every instant is read and written in UTC, whatever the
 * machine is set to. Both error listeners are needed: without them one dropped connection kills the process.
 */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const onError = options.onError ?? (() => {})
  const { connectionString, role } = roleIn(url)
  const settings = ['timezone=UTC', ...(role ? [`role=${role}`] : [])]
  const pool = new pg.Pool({
    connectionString,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'satu-antrean',
    keepAlive: true,
    options: settings.map((one) => `-c ${one}`).join(' '),
  })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  return pool
}

/**
 * An address whose connections act as the house: they see every case and cannot change the log. What a person is shown
 * is read in the narrower role `satu_app`, which sees nothing until it is told whose eyes it has (`readAs`).
 */
export function asHouse(address: string): string {
  const url = new URL(address)
  url.searchParams.set('role', 'satu_house')
  return url.href
}

function roleIn(address: string): { readonly connectionString: string; readonly role: string | null } {
  const url = new URL(address)
  const role = url.searchParams.get('role')
  url.searchParams.delete('role')
  return { connectionString: url.href, role }
}
