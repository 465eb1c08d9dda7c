import { spawn, type ChildProcess } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { median, type Figure, type Options } from './report.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const PAGE = '/masuk?kuki=1' // the sign-in page itself, without its way over a cookie

/** What a start costs: on a bare clone, again, and after a kill -9; and what the idle server holds in memory. */
export async function measure(options: Options): Promise<readonly Figure[]> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'satu-boot-'))
  chmodSync(scratch, 0o711)
  const figures: Figure[] = []
  try {
    const tree = options.quick ? ROOT : path.join(scratch, 'clone')
    if (!options.quick) execFileSync('git', ['clone', '--quiet', ROOT, tree])
    const dataDir = path.join(scratch, 'data')
    const first = await start(tree, dataDir)
    const installing = stepSeconds(first.said(), 'installing packages')
    if (!options.quick) {
      figures.push(
        {
          figure: 'bare clone to first page',
          value: first.seconds,
          unit: 's',
          limit: installing,
          target: { of: 'value', most: 120 },
        },
        {
          figure: 'of it ours (without npm)',
          value: first.seconds - installing,
          unit: 's',
          target: { of: 'value', most: 45 },
        },
      )
    } else
      figures.push({
        figure: 'first start of an installed tree, with its sample cases',
        value: first.seconds,
        unit: 's',
      })
    await stop(first.child, 'SIGTERM')

    const again: number[] = []
    const killed: number[] = []
    const bare: number[] = []
    for (let round = 0; round < options.rounds; round += 1) {
      bare.push(await bareNext(tree))
      const second = await start(tree, dataDir)
      again.push(second.seconds)
      if (round === 0 && process.platform === 'linux') {
        await sleep(10_000)
        figures.push({
          figure: 'memory of the idle server with its launcher and PostgreSQL',
          value: memoryMb(second.child.pid ?? 0, dataDir),
          unit: 'MB',
          target: { of: 'value', most: 350 },
        })
      }
      await stop(second.child, 'SIGKILL')
      const third = await start(tree, dataDir)
      killed.push(third.seconds)
      await stop(third.child, 'SIGTERM')
    }
    const limit = median(bare)
    figures.push(
      {
        figure: 'second start to first page',
        value: median(again),
        unit: 's',
        limit,
        target: { of: 'value', most: 5 },
      },
      {
        figure: 'start after a kill -9 of everything but PostgreSQL',
        value: median(killed),
        unit: 's',
        limit,
        target: { of: 'value', most: 5 },
      },
    )
    return figures
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

type Started = { readonly child: ChildProcess; readonly seconds: number; said(): string }

async function start(tree: string, dataDir: string): Promise<Started> {
  const port = await freePort()
  return untilPage(
    spawn('npm', ['start'], {
      cwd: tree,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment({ PORT: String(port), DATA_DIR: dataDir, HOST: '127.0.0.1' }),
    }),
    port,
  )
}

/** The least that could serve this page: Next alone on the same build, without database, rules or feed. */
async function bareNext(tree: string): Promise<number> {
  const port = await freePort()
  const script = `const next = require('next'); const app = next({ dir: process.cwd(), dev: false });
    app.prepare().then(() => require('node:http').createServer(app.getRequestHandler()).listen(${port}, '127.0.0.1'))`
  const node = path.join(tree, 'node_modules/node/bin/node')
  const started = await untilPage(
    spawn(node, ['--input-type=commonjs', '-e', script], {
      cwd: tree,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment({ NODE_ENV: 'production' }),
    }),
    port,
    '/favicon.ico',
  )
  await stop(started.child, 'SIGKILL')
  return started.seconds
}

async function untilPage(child: ChildProcess, port: number, page = PAGE): Promise<Started> {
  const begun = performance.now()
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (text += part.toString()))
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended instead of starting:\n${text}`)
    const answer = await fetch(`http://127.0.0.1:${port}${page}`, {
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined)
    if (answer && (answer.ok || page !== PAGE)) break
    if (performance.now() - begun > 400_000) {
      process.kill(-(child.pid ?? 0), 'SIGTERM')
      throw new Error(`no page after 400 s:\n${text}`)
    }
    await sleep(25)
  }
  return { child, seconds: (performance.now() - begun) / 1000, said: () => text }
}

/** The whole group: npm, its shell and the server. PostgreSQL has a group of its own. */
async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve))
  process.kill(-(child.pid ?? 0), signal)
  await gone
  await sleep(500)
}

/** As a user's shell would have it: not the Node of this run before the machine's own. */
function environment(more: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_|^NODE_ENV$|^SATU_|^DATABASE_URL$|^APP_URL$|^SEED$/.test(name),
    ),
  )
  const PATH = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((one) => !one.includes('node_modules'))
    .join(path.delimiter)
  return { ...kept, PATH, ...more } as unknown as NodeJS.ProcessEnv
}

function stepSeconds(text: string, step: string): number {
  return Number(new RegExp(`${step}: ([\\d.]+) s`).exec(text)?.[1] ?? 0)
}

/** Shared pages counted once (PSS), over the launcher, the server and every process of its PostgreSQL; npm, which only waits, is left out. */
function memoryMb(group: number, dataDir: string): number {
  let kilobytes = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [, parent, processGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const command = (one: string) => readFileSync(`/proc/${one}/cmdline`, 'utf8')
      const ours =
        (Number(processGroup) === group && !command(pid).startsWith('npm ')) ||
        command(pid).includes(dataDir) ||
        command(parent ?? '').includes(dataDir)
      if (ours)
        kilobytes += Number(
          /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0,
        )
    } catch {
      // ended while we looked
    }
  }
  return kilobytes / 1024
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
