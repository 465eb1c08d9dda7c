import * as z from 'zod/mini'
import type { Actor } from '#domain/access/actor.ts'
import type { RowTuple } from '#domain/case/row-codec.ts'
import { encodeRow } from '#domain/case/row-codec.ts'
import type { Origin } from '#server/audit/chain.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { RowColumns } from '#server/case/rows.ts'
import { ROW_COLUMNS, rowFromColumns } from '#server/case/rows.ts'
import { scopeFilter } from '#server/case/scope.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import type { Shell } from '#server/shell.ts'

/** All sixteen digits: there is no search by a part of a NIK. */
export const IdentitySearch = z.strictObject({ digits: z.string().check(z.regex(/^\d{16}$/)) })

const MOST = 50

/**
 * Cases, open and ended, that name exactly this NIK or No. KK, as far as this person may see them. The number itself
 * meets the database only as a keyed hash; that someone searched is on record, what they searched for is not readable.
 */
export async function findByIdentity(
  shell: Pick<Shell, 'pool' | 'sealer' | 'clock'>,
  actor: Actor,
  digits: string,
  origin: Origin,
): Promise<{ readonly rows: readonly RowTuple[] }> {
  const hashes = [shell.sealer.blindIndex('nik', digits), shell.sealer.blindIndex('noKk', digits)]
  const scope = scopeFilter(actor, 3)
  const { rows } = await readAs(shell.pool, sightOf(actor), (db) =>
    db.query<RowColumns>(
      `select ${ROW_COLUMNS} from case_file c
     where c.id in (select i.case_id from case_identity i where i.hash = any($1::text[])) and ${scope.text}
     order by c.changed_at desc limit $2`,
      [hashes, MOST, ...scope.values],
    ),
  )
  const subject = `identity:${hashes[0]?.slice(0, 12)}`
  await auditRead(
    shell,
    actor,
    { action: 'case.searchIdentity', subject, detail: { found: rows.length } },
    origin,
  )
  return { rows: rows.map((row) => encodeRow(rowFromColumns(row))) }
}
