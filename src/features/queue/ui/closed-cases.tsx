import { useEffect, useState } from 'react'
import Link from 'next/link'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { decodeRows } from '#client/replica/decode-rows.ts'
import { api } from '#client/trpc.ts'
import { dateInWit, exactInWit } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { latestOnly } from './latest-only.ts'
import { useQueueSurroundings } from './queue-context.ts'
import type { QueueQuery } from './queue-query.ts'
import { QueueSkeleton } from './queue-skeleton.tsx'
import { StageMark } from './stage-mark.tsx'
import './closed-cases.css'

type Page = Awaited<ReturnType<typeof api.queue.searchClosed.mutate>>
type Found = { readonly rows: readonly QueueRow[]; readonly next: Page['next'] }

const TYPING_MS = 250

/** Ended cases: searched on the server, page by page. The words of the search stand in no address of the server. */
export function ClosedCases({
  query,
  queues,
}: {
  readonly query: QueueQuery
  readonly queues: readonly QueueId[]
}) {
  const t = useT('queue')
  const locale = useLocale()
  const { names, me } = useQueueSurroundings()
  const [found, setFound] = useState<Found | 'failed' | undefined>()
  const [latest] = useState(() => latestOnly())
  const { search, kinds, stages, kecamatan, negeri, sort } = query
  const region = negeri[0] ?? kecamatan[0]
  const asked = {
    queues: [...queues],
    ...(search ? { words: search } : {}),
    ...(kinds.length > 0 ? { kinds: [...kinds] } : {}),
    ...(stages.length > 0 ? { stages: [...stages] } : {}),
    ...(region ? { region } : {}),
    sort:
      sort === 'pemohon' ? ('name' as const) : query.descending ? ('oldest' as const) : ('newest' as const),
  }
  const key = JSON.stringify(asked)
  const read = async (after: Page['next'], before: readonly QueueRow[]) => {
    const page = await latest(() =>
      api.queue.searchClosed.mutate({ ...asked, ...(after ? { after } : {}) }),
    ).catch(() => 'failed' as const)
    if (page === undefined) return // a later question has been asked meanwhile
    setFound(page === 'failed' ? page : { rows: [...before, ...decodeRows(page.rows)], next: page.next })
  }
  useEffect(() => {
    const timer = setTimeout(() => void read(null, []), TYPING_MS)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` is the whole question; `read` asks it
  }, [key])
  if (found === 'failed')
    return (
      <EmptyState
        title={t('closed.failed')}
        actions={<Button onClick={() => void read(null, [])}>{t('closed.again')}</Button>}
      />
    )
  if (!found) return <QueueSkeleton />
  if (found.rows.length === 0) return <EmptyState title={t('closed.none')}>{t('closed.noneNext')}</EmptyState>
  return (
    <div className="rows closed">
      <table aria-label={t('view.selesai')}>
        <thead>
          <tr>
            <th>{t('column.number')}</th>
            <th>{t('column.applicant')}</th>
            <th className="closed-kind">{t('column.kind')}</th>
            <th className="closed-place">{t('column.place')}</th>
            <th>{t('column.stage')}</th>
            <th>{t('closed.on')}</th>
          </tr>
        </thead>
        <tbody>
          {found.rows.map((row) => (
            <tr key={row.id}>
              <td className="c-nomor">
                <Link href={`/permohonan/${row.id}`} prefetch={false}>
                  {row.number ?? t('draft')}
                </Link>
              </td>
              <td className="c-pemohon cut" title={row.applicant}>
                {row.applicant}
              </td>
              <td className="cut closed-kind" title={names.kind(row.kind)}>
                {names.kind(row.kind)}
              </td>
              <td className="cut closed-place">{names.place(row.negeri)}</td>
              <td className="c-tahap">
                <StageMark stage={row.stage} />
              </td>
              <td
                className="closed-on"
                title={`${exactInWit(row.changedAt, locale)}, ${row.changedBy === me.name ? t('you') : row.changedBy}`}
              >
                {dateInWit(row.changedAt, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.next ? (
        <div className="closed-more">
          <Button onClick={() => void read(found.next, found.rows)}>{t('closed.more')}</Button>
        </div>
      ) : null}
    </div>
  )
}
