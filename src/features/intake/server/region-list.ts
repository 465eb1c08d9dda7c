import { getRegencies } from 'idn-area-data'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { regencyOf } from '#domain/shared/region-code.ts'
import type { Actor } from '#domain/access/actor.ts'
import type { Shell } from '#server/shell.ts'

/** `[code, name, level]`: small, because a phone keeps it. */
export type RegionEntry = readonly [code: RegionCode, name: string, level: string]

/** Kecamatan and negeri of every kabupaten that this person's areas lie in. */
export async function regionsFor(shell: Shell, actor: Actor): Promise<readonly RegionEntry[]> {
  const regencies = [...new Set(actor.areas.map(regencyOf))]
  const rows = await shell.prisma.region.findMany({
    where: { OR: regencies.map((code) => ({ code: { startsWith: code } })), validTo: null },
    select: { code: true, name: true, level: true },
    orderBy: { code: 'asc' },
  })
  return rows.map((row) => [row.code, row.name, row.level] as const)
}

let regencies: Promise<readonly (readonly [RegionCode, string])[]> | undefined

/** Every kabupaten and kota of Indonesia, by name. Contains data from idn-area-data, ODbL. */
export function allRegencies(): Promise<readonly (readonly [RegionCode, string])[]> {
  regencies ??= getRegencies().then((list) =>
    list.map((one) => [one.code, inWords(one.name)] as const).sort((a, b) => a[1].localeCompare(b[1], 'id')),
  )
  return regencies
}

/** `KABUPATEN MALUKU TENGAH` is read as `Maluku Tengah (Kabupaten)`, so that a list in order of names can be used. */
function inWords(name: string): string {
  const [first = '', ...rest] = name
    .toLowerCase()
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return ['Kabupaten', 'Kota'].includes(first) && rest.length > 0
    ? `${rest.join(' ')} (${first})`
    : [first, ...rest].join(' ')
}
