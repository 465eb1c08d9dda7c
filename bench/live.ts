import type { Mode } from './live/messages.ts'
import { absences } from './live/absences.ts'
import { Stage } from './live/stage.ts'
import type { World } from './live/world.ts'
import { makeWorld } from './live/world.ts'
import type { Figure, Options } from './report.ts'
import { median } from './report.ts'
import { openRig } from './rig.ts'

/** `npm run bench live`: one change on every screen, against raw WebSockets and one UPDATE in the same run. */
export async function measure({ quick, rounds }: Options): Promise<readonly Figure[]> {
  const rig = await openRig(16)
  try {
    if (quick) {
      // Small: does it work, and is nothing lost. Speed is for the whole size.
      const world = await makeWorld(rig, 40, 60)
      const run = await once(world, 'ours', 40, 20, 2)
      return [nothingWrong('40 watchers × 20/s', [run]), ...(await absences(world, 40))]
    }
    const crowd = 1000
    const world = await makeWorld(rig, crowd, 400)
    const few = await smallCrowd(world, rounds, 8)
    const manyAtFifty = await bigCrowd(world, crowd, 8)
    const rates = await highestRates(world, crowd, 3)
    return [...few, ...manyAtFifty, ...rates, ...(await absences(world, crowd))]
  } finally {
    await rig.close()
  }
}

type Run = {
  readonly p50: number
  readonly p99: number
  readonly wrong: number
  readonly cpuPerThousand: number
  readonly lost: number
}

async function once(
  world: World,
  mode: Mode,
  watchers: number,
  perSecond: number,
  seconds: number,
): Promise<Run> {
  const stage = await Stage.set(mode, world, watchers)
  try {
    await stage.ask({ ask: 'open' })
    await stage.changes(Math.max(perSecond, Math.min(80, 16_000 / watchers)), 2) // a server is not in its first second
    const { arrivals, measured } = await stage.changes(perSecond, seconds)
    const { p50, p99, lost, doubled, disordered, foreign, deliveries } = arrivals
    return {
      p50,
      p99,
      lost,
      wrong: lost + doubled + disordered + foreign,
      cpuPerThousand: measured.cpuMs / deliveries,
    }
  } finally {
    await stage.strike()
  }
}

function nothingWrong(where: string, runs: readonly Run[]): Figure {
  return {
    figure: `${where}: lost, doubled, disordered, foreign`,
    value: Math.max(...runs.map((run) => run.wrong)),
    unit: '',
    target: { of: 'value', most: 0 },
  }
}

async function smallCrowd(world: World, rounds: number, seconds: number): Promise<readonly Figure[]> {
  const runs: { [mode in Mode]: Run[] } = { ours: [], raw: [], batched: [], plain: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const mode of ['raw', 'ours', 'plain'] as const)
      runs[mode].push(await once(world, mode, 200, 5, seconds))
  }
  const of = (mode: Mode, figure: (run: Run) => number): number => median(runs[mode].map(figure))
  return [
    nothingWrong('200 watchers × 5/s', runs.ours),
    {
      figure: '200 watchers × 5/s: p50',
      value: of('ours', (run) => run.p50),
      unit: 'ms',
      limit: of('raw', (run) => run.p50),
      target: { of: 'ratio', most: 1.5 },
    },
    {
      figure: '200 watchers × 5/s: p99',
      value: of('ours', (run) => run.p99),
      unit: 'ms',
      limit: of('raw', (run) => run.p99),
      target: { of: 'ratio', most: 2 },
    },
    {
      figure: '200 watchers × 5/s: server CPU per delivery (limit: plain Socket.IO)',
      value: of('ours', (run) => run.cpuPerThousand),
      unit: 'ms',
      limit: of('plain', (run) => run.cpuPerThousand),
      target: { of: 'ratio', most: 1.5 },
    },
  ]
}

async function bigCrowd(world: World, crowd: number, seconds: number): Promise<readonly Figure[]> {
  const run = await once(world, 'ours', crowd, 50, seconds)
  const plain = await once(world, 'plain', crowd, 50, seconds)
  return [
    nothingWrong(`${crowd} watchers × 50/s`, [run]),
    {
      figure: `${crowd} watchers × 50/s: p99`,
      value: run.p99,
      unit: 'ms',
      target: { of: 'value', most: 200 },
    },
    {
      figure: `${crowd} watchers × 50/s: server CPU per delivery (limit: plain Socket.IO)`,
      value: run.cpuPerThousand,
      unit: 'ms',
      limit: plain.cpuPerThousand,
      target: { of: 'ratio', most: 1.5 },
    },
  ]
}

/** The highest rate with p99 under 200 ms and nothing lost: doubled until it breaks, then narrowed down. */
async function highestRate(world: World, mode: Mode, crowd: number, seconds: number): Promise<number> {
  const holds = async (rate: number): Promise<boolean> => {
    const run = await once(world, mode, crowd, rate, seconds).catch(
      (error: unknown) => void process.stderr.write(`${mode} at ${rate}/s: ${String(error)}\n`),
    )
    return run !== undefined && run.lost === 0 && run.p99 < 200
  }
  let [good, bad] = [0, 0]
  for (let rate = 50; rate <= 1600 && bad === 0; rate *= 2) {
    if (await holds(rate)) good = rate
    else bad = rate
  }
  for (let step = 0; step < 2 && bad > 0; step += 1) {
    const between = Math.round((good + bad) / 2)
    if (await holds(between)) good = between
    else bad = between
  }
  return good
}

async function highestRates(world: World, crowd: number, seconds: number): Promise<readonly Figure[]> {
  const [raw, batched, ours] = [
    await highestRate(world, 'raw', crowd, seconds),
    await highestRate(world, 'batched', crowd, seconds),
    await highestRate(world, 'ours', crowd, seconds),
  ]
  const figure = `highest rate with p99 < 200 ms, ${crowd} watchers`
  return [
    {
      figure: `${figure} (limit: raw, unbatched)`,
      value: ours,
      unit: '/s',
      limit: raw,
      target: { of: 'ratio', least: 4 },
    },
    {
      figure: `${figure} (limit: raw, batched)`,
      value: ours,
      unit: '/s',
      limit: batched,
      target: { of: 'ratio', least: 0.5 },
    },
  ]
}
