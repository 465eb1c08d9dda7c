import type { Actor } from '#domain/access/actor.ts'
import { leaseOf } from '#domain/case/lease.ts'
import { FLAG } from '#domain/case/queue-row.ts'
import { isMine, mayTake, needsMe } from '#domain/case/queue-view.ts'
import { STAGES } from '#domain/case/stage.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { stageStateAt } from '#domain/sla/stage-time.ts'
import type { Order, SortKey, Where } from '#client/replica/queue-index.ts'
import { searchFor } from '#client/replica/queue-index.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { plain } from '#client/replica/queue-item.ts'
import type { MarkId, QueueQuery, SortId, ViewId } from './queue-query.ts'

/** Names that a list shows beside what a row carries. */
export type Names = {
  readonly place: (code: string) => string
  readonly kind: (kind: string) => string
  /** The day of jemput bola on which a case was begun. */
  readonly visit?: (caseId: string) => string | undefined
}

/** Which rows a view has at this moment. `selesai` is searched on the server and has none here. */
export function viewWhere(view: ViewId, me: Actor, now: Instant): Where {
  switch (view) {
    case 'perlu-tindakan':
      return (item) => item.open && needsMe(item.row, me, now)
    case 'siap-diambil':
      return (item) => item.open && mayTake(item.row, me, now)
    case 'hampir-lewat':
      return (item) => item.open && stageStateAt(item.time, item.row, now) === 'segera'
    case 'saya-pegang':
      return (item) => item.open && isMine(item.row, me)
    case 'semua':
      return (item) => item.open
    case 'selesai':
      return () => false
  }
}

export function isLate(item: QueueItem, now: Instant): boolean {
  return item.open && item.time.kind === 'runs' && now >= item.time.dueAt
}

function hasMark(item: QueueItem, mark: MarkId, now: Instant): boolean {
  const { flags } = item.row
  switch (mark) {
    case 'lewat':
      return isLate(item, now)
    case 'janji':
      return item.open && now >= (item.time.promise?.dueAt ?? Infinity)
    case 'terlambat':
      return item.row.birthLate
    case 'rentan':
      return (flags & FLAG.vulnerable) !== 0
    case 'mendesak':
      return (flags & FLAG.urgent) !== 0
    case 'kepentingan':
      return (flags & FLAG.conflictOfInterest) !== 0
    case 'perbaikan':
      return (flags & FLAG.repaired) !== 0
    case 'tolak':
      return (flags & FLAG.rejectionProposed) !== 0
    case 'koreksi':
      return (flags & FLAG.correction) !== 0
    case 'eskalasi':
      return item.row.escalation > 0
  }
}

const among = <T>(chosen: readonly T[]): ReadonlySet<T> | undefined =>
  chosen.length === 0 ? undefined : new Set(chosen)

/** The whole question of a list: view, filters and search together. Marks are any of, everything else is all of. */
export function whereOf(query: QueueQuery, me: Actor, now: Instant, names: Names): Where {
  const view = viewWhere(query.view, me, now)
  const stages = among(query.stages)
  const kecamatan = among(query.kecamatan)
  const negeri = among(query.negeri)
  const kinds = among(query.kinds)
  const holders = among(query.holders)
  const visits = among(query.visits)
  const placeNames = new Map<string, string>()
  const placeOf = (code: string): string => {
    const known = placeNames.get(code)
    if (known !== undefined) return known
    const name = plain(names.place(code))
    placeNames.set(code, name)
    return name
  }
  const search = searchFor(query.search, (item) => placeOf(item.row.negeri))
  return (item) => {
    const { row } = item
    if (stages && !stages.has(row.stage)) return false
    if (kecamatan && !kecamatan.has(item.kecamatan)) return false
    if (negeri && !negeri.has(row.negeri)) return false
    if (kinds && !kinds.has(row.kind)) return false
    if (holders) {
      const holder = leaseOf(row, now)
      const found =
        holder === null
          ? holders.has('kosong')
          : holders.has(holder.id) || (holder.id === me.id && holders.has('saya'))
      if (!found) return false
    }
    if (visits && !visits.has(names.visit?.(row.id) ?? '')) return false
    if (query.marks.length > 0 && !query.marks.some((mark) => hasMark(item, mark, now))) return false
    if (search && !search(item)) return false
    return view(item)
  }
}

function keyOf(sort: SortId, names: Names): SortKey {
  switch (sort) {
    case 'sisa':
      return (item) => item.urgency
    case 'umur':
      return (item) => -(item.row.submittedAt ?? item.row.changedAt)
    case 'nomor':
      return (item) => item.row.number ?? '~'
    case 'pemohon':
      return (item) => item.search
    case 'jenis':
      return (item) => names.kind(item.row.kind)
    case 'negeri':
      return (item) => names.place(item.row.negeri)
    case 'tahap':
      return (item) => STAGES.indexOf(item.row.stage)
    case 'pemegang':
      return (item) => item.row.holder?.name ?? '~'
  }
}

export function orderOf(query: QueueQuery, names: Names): Order {
  return { key: keyOf(query.sort, names), descending: query.descending }
}
