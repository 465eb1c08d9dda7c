import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { serviceAt } from '#ui/service-place.ts'
import { homeViewFor } from './home-view.ts'
import { queryFrom } from './queue-query.ts'
import type { Names } from './queue-question.ts'
import { whereOf } from './queue-question.ts'

type Rows = { readonly queue: QueueId; readonly items: ReadonlyMap<string, QueueItem> }
type Asker = {
  readonly me: Actor & { readonly role: Role }
  readonly now: Instant
  readonly names: Names
  /** Names of places are known, so that a search finds by them what the list finds. */
  readonly placesKnown: boolean
}

/** Does any of these addresses search in words? Then it finds by names of places too. */
export const searches = (addresses: string): boolean => /[?&]cari=/.test(addresses)

/** How many rows the list at this address has; nothing where the number could differ from the list. */
export function countView(address: string, rows: Iterable<Rows>, asker: Asker): number | undefined {
  const { me, now, names, placesKnown } = asker
  const [path = '', question = ''] = address.split('?', 2)
  const place = path.slice('/antrean/'.length)
  const query = queryFrom(new URLSearchParams(question), homeViewFor(me.role, place === 'saya'))
  // Ended cases are searched at the server.
  if (query.view === 'selesai' || (query.search !== '' && !placesKnown)) return undefined
  const service = serviceAt(place)
  const where = whereOf(query, me, now, names)
  let found = 0
  for (const { queue, items } of rows) {
    if (service && !queue.endsWith(`/${service}`)) continue
    for (const item of items.values()) if (where(item)) found += 1
  }
  return found
}
