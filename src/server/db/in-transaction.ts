import type pg from 'pg'

/** Runs `work` in one transaction: committed when it answers, undone when it throws. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const answer = await work(client)
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost // the connection is gone, and with it the transaction
    })
    throw error
  } finally {
    client.release(broken)
  }
}
