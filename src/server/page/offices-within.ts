import type { RegionCode } from '#domain/shared/region-code.ts'
import { titleCase } from '#domain/shared/title-case.ts'
import { nextShell } from '#server/auth/next-shell.ts'

/** Places within these areas by the length of their code (5 kabupaten, 8 kecamatan, 13 negeri), the widest first. */
export async function officesWithin(
  areas: readonly RegionCode[],
  lengths: readonly number[],
): Promise<{ readonly [code: string]: string }> {
  const { rows } = await nextShell().pool.query<{ code: string; name: string }>(
    `select code, name from region where valid_to is null and length(code) = any($3::int[])
     and (code = any($1::text[]) or code like any($2::text[])) order by length(code), code`,
    [areas, areas.map((area) => `${area}.%`), lengths],
  )
  return Object.fromEntries(rows.map(({ code, name }) => [code, titleCase(name)]))
}
