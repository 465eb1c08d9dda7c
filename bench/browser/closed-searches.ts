import { Client } from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import type { ClosedSearch } from '#features/queue/server/search-closed.ts'
import { searchClosed } from '#features/queue/server/search-closed.ts'
import type { Figure, Options } from '../report.ts'
import { openRig } from '../rig.ts'
import { fillQueue } from './fill-queue.ts'

const QUEUE = '81.01/AKTA_KELAHIRAN'
const VERIFIER: Actor = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Ona',
  role: 'VERIFIER',
  areas: ['81.01'],
  services: [],
}
const ORIGIN = { address: '127.0.0.1', device: 'bench' }

const ASKED: { readonly [name: string]: Partial<ClosedSearch> } = {
  newest: {},
  'by name': { sort: 'name' },
  'one kecamatan': { region: '81.01.07' },
  'words of a name': { words: 'mart manuh' },
  'a number': { words: 'AL-26-7' },
}

/** Any page of ended cases against the least that could bring it: as many rows in the order of one index. */
export async function closedSearches({ quick }: Options): Promise<readonly Figure[]> {
  const [few, many] = quick ? [2_000, 20_000] : [10_000, 1_000_000]
  const rig = await openRig(4)
  try {
    await fillQueue(rig.shell.pool, QUEUE, { open: 0, closed: few })
    const small = await all()
    await fillQueue(rig.shell.pool, QUEUE, { open: 0, closed: many - few })
    const large = await all()
    return Object.keys(ASKED).flatMap((name) => [
      {
        figure: `${many} ended cases, ${name}: p95 (limit: an index page)`,
        value: large.p95(name),
        unit: 'ms',
        limit: large.limit,
        target: { of: 'ratio', most: 3 },
      },
      {
        figure: `${name}: growth from ${few} to ${many}`,
        value: large.p95(name),
        unit: 'ms',
        limit: small.p95(name),
        target: { of: 'ratio', most: 1.5 },
      },
    ])
  } finally {
    await rig.close()
  }

  async function all(): Promise<{ readonly limit: number; p95(name: string): number }> {
    await analyzed(rig.urls.owner)
    const times = new Map<string, number>()
    const page =
      'select * from case_file where queue_id = $1 and not open order by changed_at desc, id desc limit 51'
    const limit = await p95(() => rig.shell.pool.query(page, [QUEUE]))
    for (const [name, asked] of Object.entries(ASKED))
      times.set(
        name,
        await p95(() => searchClosed(rig.shell, VERIFIER, { queues: [QUEUE], ...asked }, ORIGIN)),
      )
    return { limit, p95: (name) => times.get(name) ?? NaN }
  }
}

/** As autovacuum does by itself a minute after so many rows; the application's role may not. */
async function analyzed(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('vacuum analyze case_file')
  await owner.end()
}

async function p95(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 220; n += 1) {
    const begun = performance.now()
    await work()
    if (n >= 20) times.push(performance.now() - begun)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN
}
