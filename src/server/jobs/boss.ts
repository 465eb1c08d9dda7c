import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { BOSS_SCHEMA, type BossQueue } from '#server/db/install-boss.ts'

type Db = Pick<pg.ClientBase, 'query'>

const bosses = new WeakMap<object, Promise<PgBoss>>()

/**
 * pg-boss on our own connections: only the sender and the workers, no clocks of its own in tests and tools. `supervise`
 * lets the instance look after jobs whose worker was killed.
 */
export function bossOf(pool: pg.Pool, { supervise = false } = {}): Promise<PgBoss> {
  const known = bosses.get(pool)
  if (known) return known
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    schema: BOSS_SCHEMA,
    migrate: false, // the owner of the tables does that, when the release is started
    supervise,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    schedule: false,
    registerInstance: false,
    reindex: false, // the application does not own the indexes
  })
  boss.on('error', () => {}) // a lost connection: it looks again at the next turn
  const started = boss.start()
  bosses.set(pool, started)
  started.catch(() => bosses.delete(pool))
  return started
}

/**
 * Asks for work in the transaction that makes it necessary: both are there, or neither. While one of the same key waits,
 * asking again changes nothing.
 */
export async function askFor(
  pool: pg.Pool,
  db: Db,
  queue: BossQueue,
  { key, data, after }: { readonly key: string; readonly data: object; readonly after?: Date },
): Promise<void> {
  const boss = await bossOf(pool)
  await boss.send(queue, data, {
    singletonKey: key,
    ...(after === undefined ? {} : { startAfter: after }),
    db: { executeSql: (text, values) => db.query(text, values as unknown[]) },
  })
}

/**
 * The same for many: each key once, in one order for everybody, in as many statements as there are thousands. Two that
 * ask for the same keys wait for each other, and never each for the other.
 */
export async function askForMany(
  pool: pg.Pool,
  db: Db,
  queue: BossQueue,
  asked: readonly { readonly key: string; readonly data: object; readonly after: Date }[],
): Promise<void> {
  const byKey = new Map(asked.map((one) => [one.key, one]))
  const jobs = [...byKey.values()]
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, data, after }) => ({ singletonKey: key, data, startAfter: after }))
  if (jobs.length === 0) return
  const boss = await bossOf(pool)
  for (let at = 0; at < jobs.length; at += 1000)
    await boss.insert(queue, jobs.slice(at, at + 1000), {
      db: { executeSql: (text, values) => db.query(text, values as unknown[]) },
    })
}

/** Ends what `bossOf` began on this pool; a job that is under way is finished first. */
export async function stopBoss(pool: pg.Pool): Promise<void> {
  const boss = await bosses.get(pool)?.catch(() => undefined)
  bosses.delete(pool)
  await boss?.stop({ graceful: true, close: false, timeout: 5_000 })
}
