import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { appRouter } from '#main/router.ts'
import { createHeadSigner } from '#server/audit/signed-heads.ts'
import { readConfig } from '#server/config.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { openPool } from '#server/db/pool.ts'
import { openPrisma } from '#server/db/prisma.ts'
import { openBus } from '#server/feed/bus.ts'
import { createFeed } from '#server/feed/feed.ts'
import { readKeys } from '#server/seal/keys.ts'
import { createSealer } from '#server/seal/sealer.ts'
import type { Shell } from '#server/shell.ts'
import { trpcHandler } from '#server/trpc/http.ts'

/** The server without its pages: what the drill kills. Starts like the real one, on whatever the last kill left. */
const config = readConfig({ DATA_DIR: process.env['DATA_DIR'], SEED: 'demo' })
const keys = readKeys(config.dataDir, undefined)
const log = pino({ level: 'silent' })
const database = await startEmbedded({ dataDir: config.dataDir })
const pool = openPool(database.appUrl, { max: 16 })
const bus = openBus(pool, log)
const feed = createFeed({ pool, log }, bus)
const shell: Shell = {
  config,
  pool,
  prisma: openPrisma(pool),
  clock: Date.now,
  log,
  sealer: createSealer(keys),
  feed,
}

// The planted faults: each breaks one promise, and the drill must say so.
if (process.env['FAULT'] === 'async-commit')
  pool.on('connect', (client) => void client.query('set synchronous_commit = off'))
if (process.env['FAULT'] === 'no-receipts') await pool.query('delete from command_receipt')

const signer = createHeadSigner(shell, config.dataDir, keys.audit)
setInterval(() => void signer.sign().catch(() => undefined), 200)
const trpc = trpcHandler(shell, appRouter)
const server = createServer((req, res) => void trpc(req, res).catch(() => res.destroy()))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
