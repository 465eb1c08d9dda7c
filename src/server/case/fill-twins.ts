import { faultIdOf } from '#server/fault-id.ts'
import { faults } from '#server/metrics.ts'
import type { Shell } from '#server/shell.ts'
import { twinHashesOf } from './likely-twins.ts'
import { openCase } from './sealed.ts'

const AT_ONCE = 200
/** Before every id. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
/** Raised when what a case is found by changes: then every case is indexed again. */
const EDITION = 'twins/1'

type FillShell = Pick<Shell, 'pool' | 'sealer' | 'log' | 'clock'>

/**
 * Puts cases of before there was an index of likely doubles into it, from where the last run came to: it can be killed
 * at any moment. The batch and how far it came are one transaction. A key that a command took away meanwhile may
 * come back by it: such a key finds a case that is then judged on its facts, and does no harm.
 */
export async function fillTwins(shell: FillShell, batches = Number.POSITIVE_INFINITY): Promise<number> {
  let filled = 0
  for (let batch = 0; batch < batches; batch += 1) {
    const after = await reached(shell)
    if (after === 'done') return filled
    const { rows } = await shell.pool.query<{ id: string; sealed: Buffer }>(
      'select id, sealed from case_file where id > $2 order by id limit $1',
      [AT_ONCE, after],
    )
    const found = rows.map((row) => ({ id: row.id, hashes: hashesOf(shell, row) }))
    const last = rows.at(-1)?.id
    await shell.pool.query(
      `with marked as (
         insert into seed_mark (key, value, at) values ($1, $2::jsonb, $3)
         on conflict (key) do update set value = excluded.value, at = excluded.at
       )
       insert into case_identity (case_id, kind, hash)
       select n.id, 'twin', n.hash from unnest($4::uuid[], $5::text[]) as n (id, hash)
       where exists (select from case_file c where c.id = n.id) on conflict do nothing`,
      [
        EDITION,
        JSON.stringify(rows.length < AT_ONCE || last === undefined ? 'done' : last),
        new Date(shell.clock()),
        found.flatMap(({ id, hashes }) => hashes.map(() => id)),
        found.flatMap(({ hashes }) => hashes),
      ],
    )
    filled += rows.length
  }
  return filled
}

async function reached({ pool }: FillShell): Promise<string> {
  const { rows } = await pool.query<{ value: string }>('select value from seed_mark where key = $1', [
    EDITION,
  ])
  return rows[0]?.value ?? NOBODY
}

function hashesOf(
  shell: FillShell,
  { id, sealed }: { readonly id: string; readonly sealed: Buffer },
): readonly string[] {
  try {
    return twinHashesOf(shell.sealer, openCase(shell.sealer, id, sealed))
  } catch (error) {
    const err = error instanceof Error ? error : new Error('not an error')
    faults.inc({ part: 'jobs' })
    shell.log.error(
      { faultId: faultIdOf(err), caseId: id, err },
      'a case that is not in the index of doubles',
    )
    return []
  }
}
