import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { DeliveryJob } from './write-deliveries.ts'

/** Longer than one message may take outside; whoever is killed is followed after this. */
const HELD_S = 120

export type DeliveryLease = {
  /** For another while. False: it ran out, and somebody else is at it. */
  renew(): Promise<boolean>
  end(): Promise<void>
}

/**
 * Only one process sends to a person by one way at a time. A row with an end, by the clock of the database, and not a lock
 * of a session: nothing is held open while a service outside lets us wait. Undefined: somebody else is at it.
 */
export async function leaseDelivery(
  pool: pg.Pool,
  { personId, channel }: DeliveryJob,
): Promise<DeliveryLease | undefined> {
  const mine = [personId, channel, randomUUID()]
  const took = await pool.query(
    `insert into delivery_lease as l (person_id, channel, holder, until)
     values ($1, $2, $3, clock_timestamp() + make_interval(secs => ${HELD_S}))
     on conflict (person_id, channel) do update set holder = excluded.holder, until = excluded.until
       where l.until < clock_timestamp()`,
    mine,
  )
  if (took.rowCount !== 1) return undefined
  return {
    async renew() {
      const { rowCount } = await pool.query(
        `update delivery_lease set until = clock_timestamp() + make_interval(secs => ${HELD_S})
         where person_id = $1 and channel = $2 and holder = $3`,
        mine,
      )
      return rowCount === 1
    },
    // Fails only with the database; then it runs out by itself.
    end: () =>
      pool
        .query('delete from delivery_lease where person_id = $1 and channel = $2 and holder = $3', mine)
        .then(
          () => undefined,
          () => undefined,
        ),
  }
}
