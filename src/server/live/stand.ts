import type { RegionCode } from '#domain/shared/region-code.ts'
import { contains } from '#domain/shared/region-tree.ts'

/** What someone looks at: `queue:<id>` or `case:<id>`. */
export type Place = string

/** A list of all that someone hears. Nobody is met there, but its rows say who has a case open. */
export const EVERY_LIST = 'queues'

/**
 * A place with the areas that someone looks at it from. At a case everybody there may open it; a queue is shared by a
 * whole kabupaten, and a negeri's officer is not told who works in the next negeri, nor at the Dinas.
 */
export type Stand = string

const BEHIND = '@'

export function standOf(place: Place, areas: readonly RegionCode[]): Stand {
  return place.startsWith('queue:') ? `${place}${BEHIND}${[...areas].sort().join('|')}` : place
}

/** What screens call the place. */
export function placeOf(stand: Stand): Place {
  return stand.split(BEHIND)[0] ?? stand
}

/** Are the people of `other` shown to those of `stand`? Only where all that they see lies within what these see. */
export function isSeenFrom(stand: Stand, other: Stand): boolean {
  if (stand === other) return true
  if (placeOf(stand) !== placeOf(other)) return false
  const [wide, narrow] = [areasOf(stand), areasOf(other)]
  return narrow.length > 0 && narrow.every((area) => wide.some((one) => contains(one, area)))
}

function areasOf(stand: Stand): readonly RegionCode[] {
  return (stand.split(BEHIND)[1] ?? '').split('|').filter(Boolean)
}
