import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { openPool } from '#server/db/pool.ts'
import { openLog } from '#server/log.ts'
import { readKeys } from '#server/seal/keys.ts'
import { createSealer } from '#server/seal/sealer.ts'
import type { AuthShell } from './auth-shell.ts'

const KEPT = Symbol.for('satu-antrean.next-shell')
type Keeper = { [KEPT]?: AuthShell }

/**
 * The few things that pages need of the server. Next's bundle is a module graph of its own: it has its own small pool
 * on the database that `main/server.ts` names in the environment. Kept on globalThis, because a reload of the code in
 * development would open one more pool each time.
 */
export function nextShell(): AuthShell {
  const keeper = globalThis as Keeper
  keeper[KEPT] ??= openNextShell()
  return keeper[KEPT]
}

function openNextShell(): AuthShell {
  const config = readConfig(process.env)
  const url = process.env['SATU_DATABASE_URL']
  if (!url) throw new Error('SATU_DATABASE_URL is not set: start through src/main/server.ts')
  const log = openLog(config.logLevel)
  const pool = openPool(url, {
    max: 4,
    onError: (err) => log.warn({ err }, 'a database connection was lost'),
  })
  const sealer = createSealer(readKeys(config.dataDir, config.keys))
  return { config, pool, log, clock: systemClock, sealer }
}
