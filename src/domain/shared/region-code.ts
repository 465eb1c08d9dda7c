import * as z from 'zod/mini'

/** Kemendagri region code: `81` province, `81.01` kabupaten, `81.01.12` kecamatan, `81.01.12.2001` negeri/desa/kelurahan. */
export const RegionCode = z.string().check(z.regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/))
export type RegionCode = z.infer<typeof RegionCode>

/** The code of one negeri, negeri administratif, desa or kelurahan (all four parts). */
export const NegeriCode = z.string().check(z.regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/))
export type NegeriCode = z.infer<typeof NegeriCode>

/** Does `area` contain `place`? A region contains itself. Never by bare text prefix: `81.0` contains nothing. */
export function contains(area: RegionCode, place: RegionCode): boolean {
  return place === area || place.startsWith(`${area}.`)
}

/** The kabupaten/kota of a place: its first two parts. */
export function regencyOf(place: RegionCode): RegionCode {
  return place.slice(0, 5)
}

/** The region and everything that contains it, outermost kabupaten first. */
export function selfAndAncestors(place: RegionCode): readonly RegionCode[] {
  const parts = place.split('.')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 2).join('.'))
}
