/** The plain text that `RegionCode` checks. Here without the schema, which a list in a browser need not carry. */
type RegionCode = string

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
