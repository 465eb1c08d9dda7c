import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openSession } from '#server/auth/open-session.ts'
import { clusterPlace } from '#server/db/embedded/cluster-place.ts'
import { runningPostmaster } from '#server/db/embedded/postmaster.ts'
import { runAs } from '#server/db/embedded/run-as.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { applyMigrations } from '#server/db/migrate.ts'
import { openPool } from '#server/db/pool.ts'
import { readKeys } from '#server/seal/keys.ts'
import { findTruth } from './drill/truth.ts'
import { Writer } from './drill/writer.ts'

/**
 * `npm run drill kill [--quick] [--fault async-commit|no-receipts]`: people write while the server, and in some rounds
 * PostgreSQL, is killed. In the end everything that was acknowledged must be there, once, on an unbroken record.
 * With a planted fault it must fail: that is how one knows that it can.
 */
const words = process.argv.slice(2)
const quick = words.includes('--quick')
const fault = words.includes('--fault') ? (words[words.indexOf('--fault') + 1] ?? 'async-commit') : undefined
const [ROUNDS, WRITERS, DATABASE_EVERY] = quick ? [6, 20, 2] : [50, 50, 5]
const NEGERI = '81.01.12.2001'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'satu-drill-'))
chmodSync(dataDir, 0o755) // PostgreSQL's own user must get in, or the data would lie elsewhere and stay
const keys = readKeys(dataDir, undefined)
const writers = await prepare()
const begun = Date.now()
let databaseKills = 0
for (let round = 1; round <= ROUNDS; round += 1) {
  const app = await start()
  const agent = new http.Agent({ keepAlive: true, maxSockets: WRITERS })
  const writing = Promise.all(writers.map((writer) => writer.write(app.port, agent, false)))
  await underWay()
  await sleep(Math.random() * 800)
  if (round % DATABASE_EVERY === 0) {
    killDatabase()
    databaseKills += 1
    if (round % 2 === 0) await sleep(300) // the server lives on without its database for a while
  }
  await app.kill()
  agent.destroy()
  await writing
  process.stdout.write(
    `\rround ${round} of ${ROUNDS}: ${writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0)} acknowledged `,
  )
}
// Everybody gets an answer at last.
const app = await start()
const agent = new http.Agent({ keepAlive: true, maxSockets: WRITERS })
for (let tries = 0; tries < 20 && writers.some((writer) => writer.waiting); tries += 1) {
  await Promise.all(writers.map((writer) => writer.write(app.port, agent, true)))
}
await sleep(500) // the last heads are signed
await app.kill()
agent.destroy()

const database = await startEmbedded({ dataDir })
const acknowledged = writers.flatMap((writer) => writer.acknowledged)
const truth = await findTruth(database.ownerUrl, dataDir, keys, acknowledged)
await database.stop()
rmSync(dataDir, { recursive: true, force: true })

const figures = {
  name: 'drill kill',
  date: new Date().toISOString(),
  options: { quick, fault: fault ?? null },
  seconds: Math.round((Date.now() - begun) / 1000),
  rounds: ROUNDS,
  writers: WRITERS,
  databaseKills,
  acknowledged: acknowledged.length,
  answeredOnRetry: acknowledged.filter((one) => one.retried).length,
  refusedOnRetry: writers.flatMap((writer) => writer.refused).length,
  withoutAnswer: writers.filter((writer) => writer.waiting).length,
  ...truth,
}
const clean =
  figures.lost +
    figures.doubled +
    figures.torn +
    figures.gaps +
    figures.refusedOnRetry +
    figures.withoutAnswer +
    figures.audit.length ===
    0 && acknowledged.length > ROUNDS
process.stdout.write(`\n${JSON.stringify({ ...figures, pass: clean })}\n`)
process.exit(clean ? 0 : 1)

/** Killing a server that nobody has reached yet would show nothing. */
async function underWay(): Promise<void> {
  const count = (): number => writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0)
  const goal = count() + WRITERS
  for (let waited = 0; count() < goal && waited < 8000; waited += 20) await sleep(20)
}

async function prepare(): Promise<readonly Writer[]> {
  const embedded = await startEmbedded({ dataDir })
  await applyMigrations(embedded.ownerUrl)
  const pool = openPool(embedded.appUrl)
  await pool.query("insert into region (code, name, level) values ($1, 'Saparua', 'negeri_desa')", [NEGERI])
  // Fifty writers make more drafts than fifty people may keep.
  await pool.query(
    "insert into setting (key, valid_from, value, entered_by) values ('maxOpenDrafts', to_timestamp(0), '100000', 'drill')",
  )
  const cookies: string[] = []
  for (let n = 0; n < WRITERS; n += 1) {
    const id = randomUUID()
    await pool.query(
      "insert into person (id, username, name, password_hash, role, areas, services) values ($1, $2, 'Petugas', '', 'NEGERI_OFFICER', $3, '{}')",
      [id, `p-${n}`, [NEGERI]],
    )
    const { token } = await openSession(
      { clock: Date.now },
      pool,
      id,
      { address: '127.0.0.1', device: 'drill' },
      false,
    )
    cookies.push(`satu-antrean=${token}`)
  }
  await pool.end()
  const cases = Array.from({ length: 20 }, () => randomUUID())
  const all = cookies.map((cookie) => new Writer(cookie, NEGERI, cases))
  // The shared cases are made by whoever comes first, through the same door as everything else.
  const first = await start()
  for (const caseId of cases) await createCase(first.port, cookies[0] ?? '', caseId)
  await first.kill()
  return all
}

async function createCase(port: number, cookie: string, caseId: string): Promise<void> {
  const origin = `http://127.0.0.1:${port}`
  const command = { type: 'create', service: 'KK', kind: 'KK_LOST', negeri: NEGERI }
  const body = JSON.stringify({ commandId: randomUUID(), caseId, seenVersion: 0, command })
  const answer = await fetch(`${origin}/api/trpc/case.run`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', cookie, origin },
  })
  if (!answer.ok) throw new Error(`the drill could not begin: ${await answer.text()}`)
}

async function start(): Promise<{ readonly port: number; kill(): Promise<void> }> {
  const child = fork(path.join(import.meta.dirname, 'drill/app.ts'), {
    env: { ...process.env, DATA_DIR: dataDir, FAULT: fault ?? '' },
  })
  const gone = once(child, 'exit')
  const said = await Promise.race([
    once(child, 'message'),
    gone.then(() => Promise.reject(new Error('the server did not start'))),
  ])
  const [{ port }] = said as [{ port: number }]
  return {
    port,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** The postmaster and everyone under it at once, as a power cut would: no one has time to write anything down. */
function killDatabase(): void {
  const postmaster = runningPostmaster(path.join(clusterPlace(dataDir, runAs()), 'cluster'))
  if (!postmaster) throw new Error('PostgreSQL is not there to be killed')
  const children =
    process.platform === 'linux'
      ? readFileSync(`/proc/${postmaster.pid}/task/${postmaster.pid}/children`, 'utf8').trim().split(' ')
      : []
  for (const pid of [String(postmaster.pid), ...children]) {
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch {
      // gone already
    }
  }
}
