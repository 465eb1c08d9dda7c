import pg from 'pg'

export type PoolOptions = {
  readonly max?: number
  /** Take this role after connecting: the log-in is the owner's, the rights are the application's. */
  readonly role?: 'satu_app'
  readonly onError?: (error: Error) => void
}

/**
 * Connections to PostgreSQL, bounded in number and in time. Every instant is read and written in UTC, whatever the
 * machine is set to. Both error listeners are needed: without them one dropped connection kills the process.
 */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const onError = options.onError ?? (() => {})
  const settings = ['timezone=UTC', ...(options.role ? [`role=${options.role}`] : [])]
  const pool = new pg.Pool({
    connectionString: url,
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
