import type { RegionCode } from '#domain/shared/region-code.ts'
import type { Regions } from './api-answers.ts'

export type RegionChoice = { readonly code: RegionCode; readonly name: string }
export type RegionGroup = { readonly kecamatan: RegionChoice; readonly negeri: readonly RegionChoice[] }

/** Kecamatan in order of name, each with its negeri: as a person looks for a place. */
export function regionGroups(regions: Regions): readonly RegionGroup[] {
  const byName = (a: RegionChoice, b: RegionChoice) => a.name.localeCompare(b.name, 'id')
  const choices = regions.map(([code, name]) => ({ code, name }))
  return choices
    .filter(({ code }) => code.length === 8)
    .toSorted(byName)
    .map((kecamatan) => ({
      kecamatan,
      negeri: choices
        .filter(({ code }) => code.length === 13 && code.startsWith(kecamatan.code))
        .toSorted(byName),
    }))
}

/** `Saparua`, or the bare code of a place that is not known here. */
export function regionName(regions: Regions, code: RegionCode): string {
  return regions.find(([known]) => known === code)?.[1] ?? code
}

/** `Saparua, Amahai dan 3 lagi` would be long: the first two, then how many more. */
export function areasInWords(regions: Regions, areas: readonly RegionCode[]): string {
  const [first, second, ...rest] = areas.map((code) => regionName(regions, code))
  return [first, second, ...(rest.length > 0 ? [`+${rest.length}`] : [])].filter(Boolean).join(', ')
}
