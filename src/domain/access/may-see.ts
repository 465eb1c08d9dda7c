import type { QueueId, ServiceId } from '#domain/shared/service-id.ts'
import { queueOf } from '#domain/shared/services.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { contains, regencyOf, selfAndAncestors } from '#domain/shared/region-tree.ts'
import type { Actor } from './actor.ts'

/** What of a case decides who may see it. */
export type Visible = {
  readonly service: ServiceId
  readonly negeri: RegionCode
  /** False while it is a draft, and for a draft that was thrown away: then it never left its own side. */
  readonly submitted: boolean
  readonly ownerId: string
}

/** A room hears one queue, within one region, on one side: `81.01/KK@81.01.12#dinas`. Named by the server only. */
export type Room = string

/** Who may hear: the negeri's own side (drafts included), the Dinas, or one applicant. */
export type Side = 'negeri' | 'dinas' | `owner:${string}`

/** The side this person stands on; nothing for those who open no case. */
export function sideOf(actor: Actor): Side | undefined {
  switch (actor.role) {
    case 'NEGERI_OFFICER':
      return 'negeri'
    case 'OPERATOR':
    case 'VERIFIER':
    case 'SUPERVISOR':
    case 'HEAD':
    case 'SYSTEM':
      return 'dinas'
    case 'CITIZEN':
      return `owner:${actor.id}`
    case 'LEADERSHIP': // aggregates only, no personal data
    case 'ADMIN': // users and tables, no case
      return undefined
  }
}

function roomOf(queue: QueueId, region: RegionCode, side: Side): Room {
  return `${queue}@${region}#${side}`
}

/**
 * May this person open this case? Role × region prefix × service, and drafts stay on the side that writes them.
 * The same answer decides lists, counts, search, files and pushes. It is asked for every row, so it names no rooms; a
 * property test holds it to them: who may open a case hears of it, and nobody else.
 */
export function maySee(actor: Actor, item: Visible): boolean {
  const side = sideOf(actor)
  if (side === undefined) return false
  if (actor.services.length > 0 && !actor.services.includes(item.service)) return false
  if (!actor.areas.some((area) => contains(area, item.negeri))) return false
  return side === 'dinas' ? item.submitted : side === 'negeri' || item.ownerId === actor.id
}

/** The rooms of one queue that this person hears, computed from the session. Empty: nothing of that queue is theirs. */
export function roomsHeardBy(actor: Actor, queue: QueueId): readonly Room[] {
  const side = sideOf(actor)
  if (side === undefined) return []
  const [regency, service] = queue.split('/') as [RegionCode, ServiceId]
  if (actor.services.length > 0 && !actor.services.includes(service)) return []
  const within = actor.areas.flatMap((area) => {
    if (contains(area, regency)) return [regency] // an area as wide as the kabupaten, or wider
    return regencyOf(area) === regency ? [area] : []
  })
  // A narrower area inside a wider one adds nothing.
  const widest = within.filter((area) => !within.some((other) => other !== area && contains(other, area)))
  return [...new Set(widest)].map((region) => roomOf(queue, region, side))
}

/**
 * The one room that a person's screen sits in for a queue: everything that any of their rooms is told, in one row of
 * numbers. Two areas are one audience, so that a cut between two frames cannot swallow a number. Empty: hears nothing.
 */
export function audienceOf(actor: Actor, queue: QueueId): Room {
  return roomsHeardBy(actor, queue).join('|')
}

/** The rooms that are told of a case: every region it lies in, on each side that may know of its stage. */
export function roomsTold(item: Visible): readonly Room[] {
  const queue = queueOf(item.negeri, item.service)
  const ownSide: readonly Side[] = ['negeri', `owner:${item.ownerId}`]
  const sides: readonly Side[] = item.submitted ? [...ownSide, 'dinas'] : ownSide
  return selfAndAncestors(item.negeri).flatMap((region) => sides.map((side) => roomOf(queue, region, side)))
}
