import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { rulingOn } from '#domain/case/ruling-on.ts'
import { visibleOf } from '#domain/case/visible.ts'
import type { TwinLikeness } from '#domain/identity/twin-likeness.ts'
import { twinLikeness } from '#domain/identity/twin-likeness.ts'
import { twinKeysOf } from '#domain/identity/twin-keys.ts'
import { twinProfileOf } from '#domain/identity/twin-profile.ts'
import { standsBeside } from '#domain/identity/stands-beside.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { Sealer } from '#server/seal/sealer.ts'
import type { Queryable } from './rows.ts'
import { openCase } from './sealed.ts'

export type NearTwin = { readonly file: CaseFile; readonly likeness: TwinLikeness }
/** Those that this person may see, the likeliest first; and whether there is one in the kabupaten where they may not look. */
export type TwinsFor = { readonly seen: readonly NearTwin[]; readonly elsewhere: boolean }

/** More than so many that share a key are no doubles but a coincidence; those that share most are looked at. */
const MOST_LOOKED_AT = 24

/** What a case is found by, as it lies in the index: 128 bits of a keyed hash for each key. */
export function twinHashesOf(
  sealer: Sealer,
  file: Pick<CaseFile, 'service' | 'kind' | 'answers'>,
): readonly string[] {
  const profile = twinProfileOf(file.service, file.kind, file.answers)
  if (profile === undefined) return []
  return twinKeysOf(profile).map((key) => sealer.blindIndex('twin', key).slice(0, 32))
}

/**
 * Likely doubles of a case that nobody has decided on, found by the blind index and judged on the open facts. Looks at
 * every case, as the house: what of it a person may be told is `twinsFor`'s to say.
 */
export async function likelyTwins(
  db: Queryable,
  sealer: Sealer,
  file: CaseFile,
): Promise<readonly NearTwin[]> {
  const profile = twinProfileOf(file.service, file.kind, file.answers)
  const hashes = twinHashesOf(sealer, file)
  if (profile === undefined || hashes.length === 0) return []
  const { rows } = await db.query<{ id: string; sealed: Buffer }>({
    name: 'case-likely-twins',
    text: LIKELY,
    values: [hashes, file.id, file.service, MOST_LOOKED_AT],
  })
  return rows
    .flatMap((row): readonly NearTwin[] => {
      const other = openCase(sealer, row.id, row.sealed)
      if (rulingOn(file, other.id) !== undefined || !standsBeside(file, other)) return []
      const theirs = twinProfileOf(other.service, other.kind, other.answers)
      const likeness = theirs && twinLikeness(profile, theirs)
      return likeness ? [{ file: other, likeness }] : []
    })
    .sort((one, other) => other.likeness.points - one.likeness.points)
}

// Only then so many: what was thrown away or only begun costs nothing, and would push out the one that matters.
export const LIKELY = `
  select c.id, c.sealed from (
    select i.case_id, count(*) as common from case_identity i
    join case_file other on other.id = i.case_id
    where i.hash = any($1::text[]) and i.kind = 'twin' and i.case_id <> $2::uuid
      and other.service = $3 and other.stage not in ('CANCELLED', 'REJECTED', 'EXPIRED')
    group by i.case_id order by bool_or(other.submitted) desc, common desc, i.case_id limit $4
  ) near join case_file c on c.id = near.case_id
  order by near.common desc`

/** The same as one person may hear of it. Beyond their area: yes or no, of what was sent in within their kabupaten. */
export async function twinsFor(
  db: Queryable,
  sealer: Sealer,
  actor: Actor,
  file: CaseFile,
): Promise<TwinsFor> {
  const all = await likelyTwins(db, sealer, file)
  const mine = (near: NearTwin) => maySee(actor, visibleOf(near.file))
  const home = regencyOf(file.negeri)
  const beyond = all.filter((near) => !mine(near))
  return {
    seen: all.filter(mine),
    elsewhere: beyond.some(
      ({ file: other }) => other.submittedAt !== undefined && regencyOf(other.negeri) === home,
    ),
  }
}
