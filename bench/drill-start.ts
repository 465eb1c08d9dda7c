import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { demoPeople } from '../prisma/seed/people.ts'
import { startEmbedded } from '#server/db/embedded.ts'

/**
 * `npm run drill start [-- --rounds 12]`: a first start is killed with -9 at random moments, each time differently, and
 * begun again, until it stands. Then everything must be there once: people, regions, finished steps, unbroken chains.
 */
const ROOT = path.resolve(import.meta.dirname, '..')
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 12
const WAYS = ['the server', 'the server and its filling', 'everything, as in a power cut'] as const

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'satu-drill-'))
chmodSync(dataDir, 0o711)
const port = await freePort()
const env: NodeJS.ProcessEnv = {
  ...process.env,
  PORT: String(port),
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  SEED: 'demo',
  SATU_MODE: 'demo',
  NODE_ENV: 'production',
}
delete env['SATU_STARTED_BY']

let stood = 0
for (let round = 0; round < rounds; round += 1) {
  const child = start()
  const ready = await standsWithin(child, Math.random() * 20_000)
  const way = WAYS[round % WAYS.length] ?? WAYS[0]
  kill(child, way)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  if (ready) stood += 1
  process.stdout.write(`round ${round + 1}: ${ready ? 'stood' : 'not yet standing'}, killed ${way}\n`)
}

const last = start('inherit')
const stands = await standsWithin(last, 180_000)
last.kill('SIGTERM')
await once(last, 'exit')
const findings = stands ? await lookInside() : ['the last start does not stand']
process.stdout.write(
  `${rounds} kills, ${stood} of them of a standing server. ${findings.length === 0 ? 'Nothing lost, nothing doubled.' : findings.join('\n')}\n`,
)
process.exit(findings.length === 0 ? 0 : 1)

/** What it says while it is being killed is noise; the last one's words are not. */
function start(words: 'ignore' | 'inherit' = 'ignore'): ChildProcess {
  return spawn(process.execPath, [path.join(ROOT, 'src/main/server.ts')], {
    env,
    stdio: ['ignore', 'ignore', words],
  })
}

async function standsWithin(child: ChildProcess, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready`, {
      signal: AbortSignal.timeout(1_000),
    }).catch(() => undefined)
    if (answer?.ok) return true
    await sleep(50)
  }
  return false
}

function kill(child: ChildProcess, way: (typeof WAYS)[number]): void {
  const pids = [child.pid ?? 0]
  if (way !== 'the server') pids.push(...processesWith('fill.ts', child.pid ?? 0))
  if (way === 'everything, as in a power cut') pids.push(...processesWith(dataDir))
  for (const pid of pids) spawnSync('kill', ['-9', String(pid)])
}

function processesWith(word: string, parent?: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const ours =
          parent === undefined || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(`) S ${parent} `)
        return ours && pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word)
      } catch {
        return false
      }
    })
}

async function lookInside(): Promise<readonly string[]> {
  const database = await startEmbedded({ dataDir })
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const one = async (sql: string) =>
    Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`)).rows[0]?.n)
  const found: string[] = []
  const expect = (what: string, is: number, should: number) =>
    is === should || found.push(`${what}: ${is} instead of ${should}`)
  expect('demo people', await one('person'), demoPeople().length)
  expect('own regions', await one("region WHERE code LIKE '81.01%'"), 211)
  expect('finished steps', await one("seed_mark WHERE key LIKE 'done:%'"), 3)
  expect(
    'holes in the numbers of a queue',
    await one(
      'queue q WHERE q.seq <> (SELECT count(DISTINCT queue_seq) FROM case_event e WHERE e.queue_id = q.id)',
    ),
    0,
  )
  expect(
    'cases whose last event is not their state',
    await one(
      'case_file c WHERE c.version <> (SELECT max(version) FROM case_event e WHERE e.case_id = c.id)',
    ),
    0,
  )
  if ((await one('case_file')) === 0) found.push('no cases')
  await client.end()
  const verified = spawnSync(process.execPath, [path.join(ROOT, 'src/main/audit-verify.ts')], {
    env,
    encoding: 'utf8',
  })
  if (verified.status !== 0) found.push(`audit: ${verified.stdout}${verified.stderr}`)
  await database.discard()
  return found
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo
      probe.close(() => resolve(free))
    })
  })
}
