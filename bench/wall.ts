import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { loadCase } from '#server/case/load-case.ts'
import { seeCase } from '#server/case/see-case.ts'
import type { Figure, Options } from './report.ts'
import { median } from './report.ts'
import type { Rig } from './rig.ts'
import { Office, openRig } from './rig.ts'

const TABLES = [
  'case_file',
  'case_event',
  'case_identity',
  'stored_file',
  'notice',
  'effect',
  'command_receipt',
]

/**
 * `npm run bench wall`: what row-level security costs. The writer in one database, the wall switched off and on in turn,
 * in time that the database's own process spent on the processor: a busy machine does not change that. And a read by a
 * person through the wall, beside the same read without it.
 */
export async function measure({ quick, rounds }: Options): Promise<readonly Figure[]> {
  const rig = await openRig(1) // one connection, one process of the database
  const owner = new pg.Client({ connectionString: rig.urls.owner })
  try {
    const [office] = await Office.openAll(rig.shell, ['81.01'])
    if (!office) throw new Error('no office')
    await owner.connect()
    const { rows } = await rig.shell.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
    const spent = (): number =>
      Number(readFileSync(`/proc/${rows[0]?.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
    for (let warm = 0; warm < 5; warm += 1) await live(office, 1)
    const found = { on: [] as number[], off: [] as number[] }
    for (let turn = 0; turn < (quick ? 4 : 12 * rounds); turn += 1) {
      for (const wall of turn % 2 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
        for (const table of TABLES)
          await owner.query(`alter table ${table} ${wall === 'on' ? 'enable' : 'disable'} row level security`)
        await live(office, 1) // plans are made anew
        const before = spent()
        const commands = await live(office, 4)
        found[wall].push((spent() - before) / commands)
      }
    }
    const [reads, bare] = await reading(rig, office, quick ? 300 : 2000)
    return [
      {
        figure: "a command in the database's process, wall on and off",
        value: median(found.on),
        unit: 'ms',
        limit: median(found.off),
        target: { of: 'ratio', most: 1.05 },
      },
      { figure: 'a case for a person, through the wall and without', value: reads, unit: 'ms', limit: bare },
    ]
  } finally {
    await owner.end()
    await rig.close()
  }
}

async function live(office: Office, lives: number): Promise<number> {
  let commands = 0
  for (let one = 0; one < lives; one += 1) {
    for await (const { actor, caseId, command } of office.life('KK')) {
      const answer = await office.run(actor, caseId, command)
      if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.why}`)
      commands += 1
    }
  }
  return commands
}

async function reading({ shell }: Rig, office: Office, times: number): Promise<readonly [number, number]> {
  const officer = office.person('NEGERI_OFFICER', 'Hanafi')
  const caseId = randomUUID()
  const create = { type: 'create', service: 'KK', kind: 'KK_LOST', negeri: office.negeri } as const
  await office.run(officer, caseId, create)
  const [seen, bare]: [number[], number[]] = [[], []]
  for (let n = 0; n < times; n += 1) {
    const started = performance.now()
    if ((await seeCase(shell, officer, caseId)) === undefined) throw new Error('not seen')
    const between = performance.now()
    await loadCase(shell, caseId)
    seen.push(between - started)
    bare.push(performance.now() - between)
  }
  return [median(seen), median(bare)]
}
