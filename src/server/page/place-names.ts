import type { RegionCode } from '#domain/shared/region-code.ts'
import { nextShell } from '#server/auth/next-shell.ts'

/** What these places are called; an unknown code is left out. */
export async function placeNames(
  codes: readonly RegionCode[],
): Promise<{ readonly [code: RegionCode]: string }> {
  if (codes.length === 0) return {}
  const { rows } = await nextShell().pool.query<{ code: string; name: string }>(
    'select code, name from region where code = any($1::text[])',
    [[...new Set(codes)]],
  )
  return Object.fromEntries(rows.map((row) => [row.code, row.name]))
}

/** The kabupaten that a person's areas reach into, also from above. */
export async function regenciesWithin(areas: readonly RegionCode[]): Promise<readonly RegionCode[]> {
  const own = areas.filter((area) => area.length >= 5).map((area) => area.slice(0, 5))
  const above = areas.filter((area) => area.length < 5)
  if (above.length === 0) return [...new Set(own)]
  const { rows } = await nextShell().pool.query<{ code: string }>(
    'select code from region where length(code) = 5 and left(code, 2) = any($1::text[])',
    [above],
  )
  return [...new Set([...own, ...rows.map((row) => row.code)])]
}
