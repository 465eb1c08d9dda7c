import { ChevronDown, Pencil, X } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { leaseMinutes, leaseOf } from '#domain/case/lease.ts'
import { isMine, mayTake } from '#domain/case/queue-view.ts'
import { STAGE, STEP_COUNT, stepOf } from '#domain/case/stage.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { exactInWit, relativeTime, timeInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { caseAddress } from './case-address.ts'
import { CaseDigest } from './case-digest.tsx'
import { useQueueNow, useQueueSurroundings } from './queue-context.ts'
import { PanelClocks } from './panel-clocks.tsx'
import './case-panel.css'

type CasePanelProps = {
  readonly item: QueueItem
  readonly onNext: () => void
  readonly onClose: () => void
  readonly onTake: () => void
  readonly onRelease: () => void
}

/** The chosen case beside the list: what the row knows at once, the rest as soon as it is read. */
export function CasePanel({ item, onNext, onClose, onTake, onRelease }: CasePanelProps) {
  const t = useT('queue')
  const locale = useLocale()
  const { me, names } = useQueueSurroundings()
  const now = useQueueNow()
  const { row } = item
  const holder = leaseOf(row, now)
  const kind = names.kind(row.kind)
  return (
    <aside className="panel" aria-label={t('panel.title')} data-panel={row.id}>
      <div className="ph">
        <span className="second">{row.number ?? t('draft')}</span>
        {holder ? (
          <Chip
            tone={holder.id === me.id ? 'accent' : 'plain'}
            icon={<Pencil className="ic s" aria-hidden />}
          >
            <span className="cut">
              {holder.id === me.id ? t('panel.mine') : t('panel.heldBy', { who: holder.name })},{' '}
              {t('leaseLeft', { n: leaseMinutes(row, now) })}
            </span>
          </Chip>
        ) : null}
        <span className="ph-acts">
          <Button
            variant="quiet"
            small
            aria-label={t('panel.next')}
            onClick={onNext}
            icon={<ChevronDown className="ic" aria-hidden />}
          />
          <Button
            variant="quiet"
            small
            aria-label={t('panel.close')}
            onClick={onClose}
            icon={<X className="ic" aria-hidden />}
          />
        </span>
      </div>
      {/* Its content may be longer than the window: the keyboard must be able to scroll it. */}
      <div className="pb" role="group" aria-label={t('panel.title')} tabIndex={0}>
        <div>
          <h2 className="title">{row.applicant || '–'}</h2>
          <p className="second panel-sub">
            {row.birthLate ? `${kind}, ${t('birthLate').toLowerCase()}` : kind}
            <br />
            {t('panel.place', { negeri: names.place(row.negeri), kecamatan: names.place(item.kecamatan) })}
          </p>
        </div>
        <PanelClocks item={item} />
        <Steps item={item} />
        <dl className="kv">
          {row.submittedAt === null ? null : (
            <>
              <dt>{t('panel.submitted')}</dt>
              <dd
                title={exactInWit(row.submittedAt, locale, true)}
              >{`${relativeTime(row.submittedAt, now, locale)}, ${timeInWit(row.submittedAt)}`}</dd>
            </>
          )}
          <dt>{t('panel.changed')}</dt>
          <dd
            title={exactInWit(row.changedAt, locale, true)}
          >{`${relativeTime(row.changedAt, now, locale)}, ${row.changedBy}`}</dd>
        </dl>
        <Waited key={row.id}>
          <CaseDigest caseId={row.id} version={row.version} />
        </Waited>
      </div>
      <div className="pf">
        <Link className="btn primary grow" href={caseAddress(row, me)} prefetch={false}>
          {t('panel.open')} <kbd aria-hidden>Enter</kbd>
        </Link>
        {isMine(row, me) ? (
          <Button kbd="L" onClick={onRelease}>
            {t('release')}
          </Button>
        ) : mayTake(row, me, now) ? (
          <Button kbd="A" onClick={onTake}>
            {t('take')}
          </Button>
        ) : null}
      </div>
    </aside>
  )
}

/** Someone who walks through the rows does not read each case: a short stay comes first. */
function Waited({ children }: { readonly children: React.ReactNode }) {
  const [stayed, setStayed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setStayed(true), 250)
    return () => clearTimeout(timer)
  }, [])
  return stayed ? children : null
}

function Steps({ item }: { readonly item: QueueItem }) {
  const t = useT('queue')
  const text = useText()
  const locale = useLocale()
  const now = useQueueNow()
  const step = stepOf(item.row.stage)
  return (
    <div>
      <div className="steps" aria-hidden="true">
        {Array.from({ length: STEP_COUNT }, (_, n) => (
          <i key={n} className={n + 1 < step ? 'd' : n + 1 === step ? 'n' : undefined} />
        ))}
      </div>
      <p className="panel-step">
        <b>{text(STAGE[item.row.stage].label)}</b>{' '}
        <span className="muted" title={exactInWit(item.row.stageAt, locale)}>
          {step > 0
            ? t('panel.step', { n: step, of: STEP_COUNT, since: relativeTime(item.row.stageAt, now, locale) })
            : t('panel.since', { since: relativeTime(item.row.stageAt, now, locale) })}
        </span>
      </p>
    </div>
  )
}
