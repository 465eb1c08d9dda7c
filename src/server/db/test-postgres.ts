import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded, type Embedded } from './embedded.ts'
import { applyMigrations } from './migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { readonly superuserUrl: string; readonly ownerUrl: string; readonly appUrl: string }
  }
}

const PREFIX = 'satu-test-'
let database: Embedded | undefined

/** One PostgreSQL for the whole run, and one migrated database in it that every test file gets a copy of. */
export async function setup(project: TestProject): Promise<void> {
  await sweepKilledRuns()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`))
  chmodSync(dataDir, 0o711) // as root, PostgreSQL's own user has to get in
  // Nothing here outlives the run, so it need not outlive a power cut either.
  database = await startEmbedded({ dataDir, durable: false })
  await applyMigrations(database.ownerUrl)
  const client = new pg.Client({ connectionString: database.superuserUrl })
  await client.connect()
  await client.query('ALTER DATABASE satu IS_TEMPLATE true')
  await client.end()
  const { superuserUrl, ownerUrl, appUrl } = database
  project.provide('postgres', { superuserUrl, ownerUrl, appUrl })
}

export async function teardown(): Promise<void> {
  await database?.discard()
}

/** A run that was killed left its PostgreSQL behind, without a master: it is adopted and thrown away. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    const left = path.join(os.tmpdir(), name)
    await startEmbedded({ dataDir: left, durable: false }).then(
      (one) => one.discard(),
      () => rmSync(left, { recursive: true, force: true }),
    )
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
