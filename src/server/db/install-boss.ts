import type pg from 'pg'
import { PgBoss } from 'pg-boss'

export const BOSS_SCHEMA = 'pgboss'

/**
 * Work that is asked for once, in the transaction that makes it necessary. `short`: of one key at most one waits, so
 * that five hundred reasons for a digest are one digest. Whoever is killed at it is followed after half a minute.
 */
export const BOSS_QUEUES = {
  recount: {
    policy: 'short',
    retryLimit: 1000,
    retryDelay: 5,
    expireInSeconds: 300,
    deleteAfterSeconds: 86_400,
  },
  digest: {
    policy: 'short',
    retryLimit: 1000,
    retryDelay: 5,
    expireInSeconds: 30,
    deleteAfterSeconds: 86_400,
  },
  delivery: {
    policy: 'short',
    retryLimit: 1000,
    retryDelay: 30,
    expireInSeconds: 120,
    deleteAfterSeconds: 86_400,
  },
} as const
export type BossQueue = keyof typeof BOSS_QUEUES

/** Brings pg-boss's own schema to this release, with the rights of the tables' owner; the application only uses it. */
export async function installBoss(client: pg.Client): Promise<void> {
  const boss = new PgBoss({
    // Without values as one simple query: its plans are many statements in one text.
    db: {
      executeSql: (text, values) => (values?.length ? client.query(text, values) : client.query(text)),
    },
    schema: BOSS_SCHEMA,
    migrate: true,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', () => {}) // what fails here is thrown as well
  await boss.start()
  for (const [name, options] of Object.entries(BOSS_QUEUES)) {
    if (await boss.getQueue(name)) await boss.updateQueue(name, withoutPolicy(options))
    else await boss.createQueue(name, options)
  }
  await boss.stop({ graceful: false, close: false })
  await client.query(`
    GRANT USAGE ON SCHEMA ${BOSS_SCHEMA} TO satu_house;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${BOSS_SCHEMA} TO satu_house;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${BOSS_SCHEMA} TO satu_house`)
}

function withoutPolicy({ policy: _kept, ...options }: (typeof BOSS_QUEUES)[BossQueue]) {
  return options
}
