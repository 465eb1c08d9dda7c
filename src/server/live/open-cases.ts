import type { Room, Visible } from '#domain/access/may-see.ts'
import { roomsTold } from '#domain/access/may-see.ts'
import type { OpenCase, Present } from '#domain/case/here.ts'
import { packId } from '#domain/case/pack-id.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { queueOf } from '#domain/shared/services.ts'

/** News of one queue for the lists of one audience; `all`: everything that is open, for a list that has just come. */
export type OpenFrame = readonly [queue: QueueId, cases: readonly OpenCase[], all?: true]

export type OpenCases = {
  /** This case is open in front of these people, or of nobody any more. */
  opened(caseId: string, people: readonly Present[], case_: Visible | undefined): void
  /** A list of this audience is on some screen of this instance from now on. Answers how to end it. */
  join(queue: QueueId, audience: Room): () => void
  /** What is open now of what this audience hears. */
  now(queue: QueueId, audience: Room): OpenFrame
  stop(): void
}

type Open = { readonly people: readonly Present[]; readonly rooms: ReadonlySet<Room> }

const MOST_NAMED = 4
const TELL_MS = 100

/**
 * Who has which case open, for the rows of lists. A list hears of a case exactly when it hears of its row: the rooms
 * are the feed's own. What changes is gathered, and longer the more lists there are.
 */
export function createOpenCases(
  tell: (audience: Room, frame: OpenFrame) => void,
  tellMs = TELL_MS,
): OpenCases {
  const open = new Map<QueueId, Map<string, Open>>()
  const lists = new Map<QueueId, Map<Room, number>>()
  const moved = new Map<QueueId, Map<string, Open>>()
  let timer: NodeJS.Timeout | undefined
  let watching = 0

  function flush(): void {
    timer = undefined
    for (const [queue, cases] of moved)
      for (const audience of lists.get(queue)?.keys() ?? []) {
        const entries = entriesFor(audience, cases)
        if (entries.length > 0) tell(audience, [queue, entries])
      }
    moved.clear()
  }

  return {
    opened(caseId, people, case_) {
      if (case_ === undefined) return
      const queue = queueOf(case_.negeri, case_.service)
      const known = open.get(queue) ?? new Map<string, Open>()
      // Of what is within the case nothing is told to lists.
      const named = people.slice(0, MOST_NAMED).map(({ id, name, role }) => ({ id, name, role }))
      const before = known.get(caseId)?.people ?? []
      if (JSON.stringify(before) === JSON.stringify(named)) return
      const now: Open = { people: named, rooms: new Set(roomsTold(case_)) }
      if (named.length > 0) known.set(caseId, now)
      else known.delete(caseId)
      if (known.size > 0) open.set(queue, known)
      else open.delete(queue)
      if (!lists.has(queue)) return
      moved.set(queue, (moved.get(queue) ?? new Map<string, Open>()).set(caseId, now))
      timer ??= setTimeout(flush, tellMs + watching)
    },
    join(queue, audience) {
      const audiences = lists.get(queue) ?? new Map<Room, number>()
      lists.set(queue, audiences.set(audience, (audiences.get(audience) ?? 0) + 1))
      watching += 1
      let ended = false
      return () => {
        if (ended) return
        ended = true
        watching -= 1
        const rest = (audiences.get(audience) ?? 1) - 1
        if (rest > 0) audiences.set(audience, rest)
        else audiences.delete(audience)
        if (audiences.size === 0 && lists.get(queue) === audiences) lists.delete(queue)
      }
    },
    now: (queue, audience) => [queue, entriesFor(audience, open.get(queue) ?? new Map<string, Open>()), true],
    stop: () => clearTimeout(timer),
  }
}

function entriesFor(audience: Room, cases: ReadonlyMap<string, Open>): readonly OpenCase[] {
  const rooms = audience.split('|')
  return [...cases].flatMap(([caseId, { people, rooms: told }]): readonly OpenCase[] =>
    rooms.some((room) => told.has(room)) ? [[packId(caseId), people]] : [],
  )
}
