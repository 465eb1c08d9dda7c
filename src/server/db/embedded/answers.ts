import pg from 'pg'

/** Does the PostgreSQL at this address take connections now? Throws when it will never take ours. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new Error(
        'The database does not accept its password: DATA_DIR/secrets belongs to another database.',
        { cause: error },
      )
    }
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
