import { leaseOf } from '#domain/case/lease.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { gapAt, markAt, stageStateAt } from '#domain/sla/stage-time.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'

/** The columns of a service on the wall. Every open case stands in exactly one, so that they add up to its total. */
export const COLUMNS = [
  ['negeri', ['SUBMITTED', 'NEGERI_REVIEW']],
  ['forwarded', ['FORWARDED']],
  ['verification', ['VERIFICATION']],
  ['siak', ['SIAK_ENTRY', 'CORRECTION']],
  ['validation', ['VALIDATION']],
  ['head', ['HEAD_APPROVAL']],
  ['tte', ['AWAITING_TTE']],
  ['issued', ['ISSUED', 'DELIVERED']],
  ['paused', ['RETURNED_APPLICANT', 'RETURNED_NEGERI', 'ON_HOLD']],
] as const satisfies readonly (readonly [string, readonly Stage[]])[]
export type ColumnId = (typeof COLUMNS)[number][0]

export type ServiceCounts = {
  readonly service: ServiceId
  readonly open: number
  readonly soon: number
  /** Past the whole promise, and past the time of their stage. */
  readonly late: number
  readonly lateInStage: number
  readonly columns: readonly { readonly id: ColumnId; readonly n: number }[]
}
export type HolderCounts = {
  readonly holder: NonNullable<QueueRow['holder']>
  readonly n: number
  readonly late: number
  /** Where most of them are. */
  readonly stage: Stage
}
export type LateByNegeri = { readonly negeri: string; readonly n: number }
export type Board = {
  readonly open: number
  readonly services: readonly ServiceCounts[]
  readonly holders: readonly HolderCounts[]
  readonly negeri: readonly LateByNegeri[]
  /** Why what is late is late: nobody has it, or somebody has. */
  readonly lateUnheld: number
  readonly lateHeld: number
  /** Whose clock an outage stops, or only marks. */
  readonly stopped: number
  readonly marked: number
  readonly next: readonly QueueItem[]
}

const NEXT_SHOWN = 7

export function isPastPromise(item: QueueItem, now: Instant): boolean {
  return item.open && now >= (item.time.promise?.dueAt ?? Infinity)
}

/** What the wall shows, counted over the rows that this screen has: the same rows and the same questions as the lists behind its numbers. */
export function boardOf(items: Iterable<QueueItem>, services: readonly ServiceId[], now: Instant): Board {
  const open = [...items].filter((item) => item.open)
  const late = open.filter((item) => isPastPromise(item, now))
  const held = Map.groupBy(
    open.filter(({ row }) => leaseOf(row, now) !== null),
    ({ row }) => row.holder?.id ?? '',
  )
  return {
    open: open.length,
    services: services.map((service) => countsOf(service, open, now)),
    holders: [...held.values()].flatMap((some) => holderOf(some, now)).toSorted((a, b) => b.n - a.n),
    negeri: [...Map.groupBy(late, ({ row }) => row.negeri)]
      .map(([negeri, some]) => ({ negeri, n: some.length }))
      .toSorted((a, b) => b.n - a.n || (a.negeri < b.negeri ? -1 : 1)),
    lateUnheld: late.filter(({ row }) => leaseOf(row, now) === null).length,
    lateHeld: late.filter(({ row }) => leaseOf(row, now) !== null).length,
    stopped: open.filter((item) => gapAt(item.time, now) !== undefined).length,
    marked: open.filter((item) => markAt(item.time, now) !== undefined).length,
    next: open
      .filter(({ time }) => time.kind === 'runs' && Number.isFinite(time.dueAt) && time.dueAt > now)
      .toSorted((a, b) => a.time.dueAt - b.time.dueAt || (a.row.id < b.row.id ? -1 : 1))
      .slice(0, NEXT_SHOWN),
  }
}

function countsOf(service: ServiceId, open: readonly QueueItem[], now: Instant): ServiceCounts {
  const own = open.filter(({ row }) => row.service === service)
  const count = (is: (item: QueueItem) => boolean) => own.filter(is).length
  return {
    service,
    open: own.length,
    soon: count((item) => stageStateAt(item.time, item.row, now) === 'segera'),
    late: count((item) => isPastPromise(item, now)),
    lateInStage: count((item) => item.time.kind === 'runs' && now >= item.time.dueAt),
    columns: COLUMNS.map(([id, stages]) => ({
      id,
      n: count(({ row }) => (stages as readonly Stage[]).includes(row.stage)),
    })),
  }
}

function holderOf(items: readonly QueueItem[], now: Instant): readonly HolderCounts[] {
  const holder = items[0]?.row.holder
  if (!holder) return []
  const [most] = [...Map.groupBy(items, ({ row }) => row.stage)].toSorted((a, b) => b[1].length - a[1].length)
  return [
    {
      holder,
      n: items.length,
      late: items.filter((item) => isPastPromise(item, now)).length,
      stage: most?.[0] ?? 'DRAFT',
    },
  ]
}
