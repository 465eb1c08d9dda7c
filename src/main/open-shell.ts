import type { Logger } from 'pino'
import type { Config } from '#server/config.ts'
import { systemClock } from '#server/clock.ts'
import { openPool } from '#server/db/pool.ts'
import { openPrisma } from '#server/db/prisma.ts'
import { openBus, type Bus } from '#server/feed/bus.ts'
import { createFeed } from '#server/feed/feed.ts'
import type { Keys } from '#server/seal/keys.ts'
import { createSealer } from '#server/seal/sealer.ts'
import type { Shell } from '#server/shell.ts'

export type OpenShell = { readonly shell: Shell; readonly bus: Bus; close(): Promise<void> }

/** Everything the server side works with, made once. `close` gives it back in the opposite order. */
export function openShell(given: {
  config: Config
  keys: Keys
  log: Logger
  databaseUrl: string
}): OpenShell {
  const { config, keys, log } = given
  const pool = openPool(given.databaseUrl, {
    max: 16,
    onError: (err) => log.warn({ err }, 'a database connection was lost'),
  })
  const prisma = openPrisma(pool)
  const bus = openBus(pool, log)
  const feed = createFeed({ pool, log }, bus)
  const shell: Shell = { config, pool, prisma, clock: systemClock, log, sealer: createSealer(keys), feed }
  return {
    shell,
    bus,
    async close() {
      await feed.stop()
      await bus.stop()
      await prisma.$disconnect()
      await pool.end()
    },
  }
}
