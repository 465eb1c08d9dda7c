import type { Room } from '#domain/access/may-see.ts'
import type { RowTuple } from '#domain/case/row-codec.ts'
import type { QueueId } from '#domain/shared/service-id.ts'

/** What goes to one room: its rows after `after`, complete to `seq`. `after` is the number told there before. */
export type Frame = readonly [
  queue: QueueId,
  room: Room,
  after: number,
  seq: number,
  rows: readonly RowTuple[],
]

type Audience = { readonly name: Room; readonly rooms: readonly Room[]; listeners: number; told: number }
type Fresh = { readonly seq: number; readonly rooms: readonly Room[]; readonly tuple: RowTuple }

export type Audiences = {
  isFollowed(queue: QueueId): boolean
  followed(): readonly QueueId[]
  join(queue: QueueId, name: Room, rooms: readonly Room[], seq: number): () => void
  /** One frame for each audience that some row is for. */
  frames(queue: QueueId, fresh: readonly Fresh[]): readonly Frame[]
}

/**
 * Who listens on this instance. People who hear the same rooms of a queue are one audience and get one frame; a person
 * with two areas hears both in one frame, so that a cut between two frames cannot swallow a number.
 */
export function createAudiences(): Audiences {
  const byQueue = new Map<QueueId, Map<Room, Audience>>()

  function leave(queue: QueueId, audience: Audience): void {
    audience.listeners -= 1
    const all = byQueue.get(queue)
    if (audience.listeners > 0 || !all) return
    all.delete(audience.name)
    if (all.size === 0) byQueue.delete(queue)
  }

  return {
    isFollowed: (queue) => byQueue.has(queue),
    followed: () => [...byQueue.keys()],
    join(queue, name, rooms, seq) {
      const all = byQueue.get(queue) ?? new Map<Room, Audience>()
      byQueue.set(queue, all)
      const audience = all.get(name) ?? { name, rooms, listeners: 0, told: seq }
      all.set(name, audience)
      audience.listeners += 1
      let here = true
      return () => {
        if (here) leave(queue, audience)
        here = false
      }
    },
    frames(queue, fresh) {
      const found: Frame[] = []
      for (const audience of byQueue.get(queue)?.values() ?? []) {
        const own = new Set(audience.rooms)
        const told = fresh.filter((entry) => entry.rooms.some((room) => own.has(room)))
        const last = told.at(-1)
        if (!last) continue
        found.push([queue, audience.name, audience.told, last.seq, told.map((entry) => entry.tuple)])
        audience.told = last.seq
      }
      return found
    },
  }
}
