import {
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { ROLE_LABEL } from '#domain/access/roles.ts'
import { leaseMinutes, leaseOf } from '#domain/case/lease.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { exactInWit, shortAge, timeInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { shortNumber } from './case-address.ts'
import { useTicking } from '#client/clock.ts'
import { useQueueSurroundings } from './queue-context.ts'
import type { SortId } from './queue-query.ts'
import { LookingAt, useLooking } from './looking-at.tsx'
import { RowMarks } from './row-marks.tsx'
import { SlaChip } from './sla-chip.tsx'
import { StageMark } from './stage-mark.tsx'

export const queueFeatures = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
})

const column = createColumnHelper<typeof queueFeatures, QueueItem>()

/** The columns in reading order. `id` is also the name of the sort; a header is a key of the texts. */
export const QUEUE_COLUMNS = column.columns([
  column.display({
    id: 'nomor' satisfies SortId,
    header: 'column.number',
    size: 82,
    cell: ({ row }) => <NumberCell item={row.original} />,
  }),
  column.display({
    id: 'pemohon' satisfies SortId,
    header: 'column.applicant',
    cell: ({ row }) => <ApplicantCell item={row.original} />,
  }),
  column.display({
    id: 'jenis' satisfies SortId,
    header: 'column.kind',
    size: 84,
    cell: ({ row }) => <KindCell item={row.original} />,
  }),
  column.display({
    id: 'negeri' satisfies SortId,
    header: 'column.place',
    size: 84,
    cell: ({ row }) => <PlaceCell item={row.original} />,
  }),
  column.display({
    id: 'tahap' satisfies SortId,
    header: 'column.stage',
    size: 169,
    cell: ({ row }) => <StageMark stage={row.original.row.stage} />,
  }),
  column.display({
    id: 'pemegang' satisfies SortId,
    header: 'column.holder',
    size: 82,
    cell: ({ row }) => <HolderCell item={row.original} />,
  }),
  column.display({
    id: 'sisa' satisfies SortId,
    header: 'column.left',
    size: 146,
    cell: ({ row }) => <LeftCell item={row.original} />,
  }),
  column.display({
    id: 'umur' satisfies SortId,
    header: 'column.age',
    size: 44,
    cell: ({ row }) => <AgeCell item={row.original} />,
  }),
  column.display({
    id: 'tanda',
    header: 'column.marks',
    size: 56,
    enableSorting: false,
    cell: ({ row }) => <RowMarks row={row.original.row} />,
  }),
])

type Cell = { readonly item: QueueItem }

function NumberCell({ item }: Cell) {
  const t = useT('queue')
  const { single } = useQueueSurroundings()
  const { number } = item.row
  return (
    <span className="cut" title={number ?? t('draft')}>
      {number === null ? t('draft') : single ? shortNumber(number) : number}
    </span>
  )
}

function ApplicantCell({ item }: Cell) {
  return (
    <span className="cut" title={item.row.applicant}>
      {item.row.applicant || '–'}
    </span>
  )
}

function KindCell({ item }: Cell) {
  const t = useT('queue')
  const { names } = useQueueSurroundings()
  const { row } = item
  const kind = names.kind(row.kind)
  if (row.birthLate)
    return (
      <span className="late cut" title={`${kind}, ${t('birthLate')}`}>
        {t('birthLate')}
      </span>
    )
  // Nearly every birth is of one kind: what tells them apart is the timing.
  if (row.kind === 'BIRTH_REGULAR' && row.submitted)
    return (
      <span className="second cut" title={`${kind}, ${t('birthOnTime')}`}>
        {t('birthOnTime')}
      </span>
    )
  return (
    <span className="second cut" title={kind}>
      {kind}
    </span>
  )
}

function PlaceCell({ item }: Cell) {
  const { names } = useQueueSurroundings()
  const place = names.place(item.row.negeri)
  const kecamatan = names.place(item.kecamatan)
  return (
    <span className="cut" title={`${place}, ${kecamatan}`}>
      {place}
    </span>
  )
}

/** Within three minutes of its last sign a lease is work under way, and the pen says so. */
const AT_WORK_MS = 12 * MINUTE_MS

function HolderCell({ item }: Cell) {
  const t = useT('queue')
  const text = useText()
  const { me, firstNow } = useQueueSurroundings()
  const state = useTicking((now) => {
    const lease = leaseOf(item.row, now)
    return lease === null ? 'free' : lease.until - now > AT_WORK_MS ? 'at work' : 'held'
  }, firstNow)
  const left = useTicking((now) => leaseMinutes(item.row, now), firstNow)
  const looking = useLooking(item.row)
  const { holder } = item.row
  if (!holder || state === 'free')
    return looking.length > 0 ? (
      <span className="held">
        <LookingAt looking={looking} />
      </span>
    ) : (
      <span className="muted">–</span>
    )
  const about = [
    holder.id === me.id ? t('you') : text(ROLE_LABEL[holder.role]),
    t('heldUntil', { time: timeInWit(holder.until) }),
  ].join(', ')
  return (
    <span className="held" title={about}>
      <span className="avs">
        <Avatar id={holder.id} name={holder.name} about={about} editing={state === 'at work'} />
        <LookingAt looking={looking} narrow />
      </span>
      <span className="muted">{t('leaseLeft', { n: left })}</span>
    </span>
  )
}

function LeftCell({ item }: Cell) {
  const { firstNow } = useQueueSurroundings()
  return <SlaChip row={item.row} time={item.time} firstNow={firstNow} />
}

function AgeCell({ item }: Cell) {
  const t = useT('queue')
  const locale = useLocale()
  const { firstNow } = useQueueSurroundings()
  const since = item.row.submittedAt ?? item.row.changedAt
  const age = useTicking((now) => shortAge(now - since, locale), firstNow)
  return (
    <span
      title={t(item.row.submittedAt === null ? 'changedOn' : 'submittedOn', {
        moment: exactInWit(since, locale),
      })}
    >
      {age}
    </span>
  )
}
