import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { packId } from '#domain/case/pack-id.ts'
import { encodeRow } from '#domain/case/row-codec.ts'
import { openSession } from '#server/auth/open-session.ts'
import { readLatest } from '#server/case/rows.ts'
import type { Rig } from '../rig.ts'
import { Office } from '../rig.ts'
import type { Mode, Seat } from './messages.ts'

type Change = {
  readonly path: string
  readonly body: string
  readonly cookie: string
  readonly packed: string
  readonly version: number
}

/** A queue with cases, people with sessions, and changes to send, one case after the other. */
export type World = {
  readonly url: string
  readonly queue: string
  mark(): Promise<number>
  seats(count: number): readonly Seat[]
  next(mode: Mode): Change
  /** Changes made by whoever asks, not over HTTP: what happens while somebody is away. */
  change(count: number): Promise<void>
}

export async function makeWorld(rig: Rig, people: number, caseCount: number): Promise<World> {
  const { pool } = rig.shell
  const [office] = await Office.openAll(rig.shell, ['81.01', '81.02'])
  if (!office) throw new Error('no office')
  const cases: { id: string; packed: string; version: number; row: string }[] = []
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (cases.length < caseCount) {
        const life = office.life('KK')
        let id = ''
        for await (const { actor, caseId, command } of life) {
          const answer = await office.run(actor, caseId, command)
          if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer.refusal)}`)
          id = caseId
          if (command.type === 'submit') break
        }
        cases.push({ id, packed: packId(id), version: 0, row: '' })
      }
    }),
  )
  for (const row of (await readLatest(pool, '81.01/KK', caseCount * 2)).rows) {
    const one = cases.find((other) => other.id === row.id)
    if (!one) continue
    const [packed, version, , ...rest] = encodeRow(row)
    one.version = version as number
    one.row = JSON.stringify([packed, 'VERSION', 'SEQ', ...rest])
  }
  await bareTables(rig, cases)
  const seats = await makeSeats(rig, office, people)
  const writers = seats.filter((seat) => seat.kind === 'all')
  let turn = 0

  return {
    url: rig.urls.app,
    queue: '81.01/KK',
    mark: async () => (await readLatest(pool, '81.01/KK', 1)).seq,
    seats: (count) => seats.slice(0, count),
    next(mode) {
      const one = cases[turn % cases.length]
      const writer = writers[turn % writers.length]
      if (!one || !writer) throw new Error('no cases')
      turn += 1
      if (mode !== 'ours') {
        one.version += 1
        const row = one.row.replace('"VERSION"', String(one.version))
        return {
          path: '/change',
          cookie: '',
          packed: one.packed,
          version: one.version,
          body: JSON.stringify({ id: one.id, version: one.version, row }),
        }
      }
      const command = {
        type: 'writeNote',
        noteId: randomUUID(),
        text: 'Berkas asli dibawa besok pagi',
        visibility: 'internal',
      }
      const body = JSON.stringify({ commandId: randomUUID(), caseId: one.id, seenVersion: 1, command })
      return {
        path: '/api/trpc/case.run',
        cookie: writer.cookie,
        packed: one.packed,
        version: one.version,
        body,
      }
    },
    async change(count) {
      const actor = office.person('OPERATOR', 'Lena')
      const some = Array.from({ length: count }, (_, n) => cases[n % cases.length]).filter(
        (one) => one !== undefined,
      )
      for (let n = 0; n < some.length; n += 16) {
        await Promise.all(
          some.slice(n, n + 16).map((one) =>
            office.run(actor, one.id, {
              type: 'writeNote',
              noteId: randomUUID(),
              text: 'Catatan',
              visibility: 'internal',
            }),
          ),
        )
      }
    },
  }
}

/** Nine of ten at the Dinas, who hear everything; the rest in the village of the cases, or in another one. */
async function makeSeats({ shell }: Rig, office: Office, count: number): Promise<readonly Seat[]> {
  const people = Array.from({ length: count }, (_, n): { id: string; kind: Seat['kind']; actor: Actor } => {
    const kind = n % 20 === 18 ? 'own' : n % 20 === 19 ? 'foreign' : 'all'
    const actor = office.person(kind === 'all' ? 'OPERATOR' : 'NEGERI_OFFICER', 'Petugas')
    return {
      id: randomUUID(),
      kind,
      actor: kind === 'foreign' ? { ...actor, areas: ['81.01.09.2001'] } : actor,
    }
  })
  for (const { id, actor } of people) {
    await shell.pool.query(
      "insert into person (id, username, name, password_hash, role, areas, services) values ($1, $2, 'Petugas', '', $3, $4, '{}')",
      [id, `p-${id}`, actor.role, actor.areas],
    )
  }
  const seats: Seat[] = []
  for (const { id, kind } of people) {
    const { token } = await openSession(
      shell,
      shell.pool,
      id,
      { address: '127.0.0.1', device: 'bench' },
      true,
    )
    seats.push({ cookie: `satu-antrean=${token}`, kind })
  }
  return seats
}

async function bareTables(rig: Rig, cases: readonly { readonly id: string }[]): Promise<void> {
  const owner = new pg.Client({ connectionString: rig.urls.owner })
  await owner.connect()
  await owner.query('create table bare_case (id uuid primary key, version int not null, seq bigint not null)')
  await owner.query('insert into bare_case select unnest($1::uuid[]), 0, 0', [cases.map((one) => one.id)])
  await owner.end()
}
