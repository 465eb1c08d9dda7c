'use client'
import { Accessibility, ArrowLeft, Flag, Users, Zap } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { FLAG } from '#domain/case/queue-row.ts'
import { holderNow } from '#domain/case/lease.ts'
import { rowOf } from '#domain/case/row-of.ts'
import { STAGE } from '#domain/case/stage.ts'
import { SERVICE_DEFINITIONS } from '#domain/service/catalogue.ts'
import { lateFineWords } from '#domain/service/local-values.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { ROLE_LABEL } from '#domain/access/role.ts'
import type { ExplainedClock } from '#domain/sla/explain.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { useLink } from '#client/live/live.ts'
import { timeInWit } from '#i18n/format.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Chip } from '#ui/chip.tsx'
import { ConnectionMark } from '#ui/connection-mark.tsx'
import { ClockRow } from './clock-row.tsx'
import { useDesk } from './desk.ts'
import { queuePath } from './queue-path.ts'
import { useDoing, useOthers } from './use-others.ts'
import type { Trail } from './use-trail.ts'

type CaseHeadProps = {
  readonly trail: Trail
  readonly live: LiveConnection | undefined
  readonly onExplain: ((which: ExplainedClock) => void) | undefined
  /** What other parts of the house put at the head of a case. */
  readonly more: ReactNode
}

/** Who, which case, where it stands, who is at it, and how much time is left. */
export function CaseHead({ trail, live, onExplain, more }: CaseHeadProps) {
  const link = useLink(live)
  const t = useT('case')
  const text = useText()
  const { file, view, kind, actor } = useDesk()
  const row = rowOf(file, 0)
  const number = file.number ?? t('head.draft')
  const applicant = actor.role === 'CITIZEN'
  const fine = lateFineWords(view.local)
  return (
    <header className="case-top">
      <div>
        <nav className="case-crumb" aria-label={t('head.where')}>
          <Link href={trail.back ?? queuePath(file)} title={t('head.back')}>
            <ArrowLeft className="ic" aria-hidden />
            <span className="vh">{t('head.back')}</span>
          </Link>
          <Link href={trail.back ?? queuePath(file)}>{text(SERVICE_DEFINITIONS[file.service].label)}</Link>
          <span aria-hidden>›</span>
          {trail.place ? (
            <span className="nowrap">{t('head.position', { n: trail.place.n, of: trail.place.of })}</span>
          ) : (
            <span className="cut">{text(kind.label)}</span>
          )}
          {trail.before ? (
            <Link className="step" href={`/permohonan/${trail.before}`} title={t('head.before')}>
              <kbd>K</kbd>
            </Link>
          ) : null}
          {trail.next ? (
            <Link className="step" href={`/permohonan/${trail.next}`} title={t('head.next')}>
              <kbd>J</kbd>
            </Link>
          ) : null}
          {live ? <ConnectionMark state={link.state} newsAt={link.newsAt} /> : null}
          {more}
        </nav>
        <div className="case-who">
          <h1 className="title">{row.applicant || t('head.noName')}</h1>
          <button
            type="button"
            className="number nowrap"
            title={t('head.copy')}
            onClick={() => void navigator.clipboard?.writeText(number)}
          >
            {number}
          </button>
          <Chip tone="accent">
            {text(applicant ? STAGE[file.stage].publicLabel : STAGE[file.stage].label)}
          </Chip>
          {trail.place ? <Chip title={text(kind.when)}>{text(kind.label)}</Chip> : null}
          <Chip title={view.regions[file.negeri.slice(0, 8)] ?? ''}>
            {view.regions[file.negeri] ?? file.negeri}
          </Chip>
          {file.flags.vulnerable ? (
            <Chip icon={<Accessibility className="ic s" aria-hidden />}>{t('flags.vulnerable')}</Chip>
          ) : null}
          {file.flags.urgent ? (
            <Chip tone="warn" icon={<Zap className="ic s" aria-hidden />}>
              {t('flags.urgent')}
            </Chip>
          ) : null}
          {file.flags.conflictOfInterest ? (
            <Chip tone="warn" icon={<Users className="ic s" aria-hidden />}>
              {t('flags.conflictOfInterest')}
            </Chip>
          ) : null}
          {row.birthLate ? (
            <Chip tone="warn" {...(fine ? { title: text(fine) } : {})}>
              {t('head.late')}
            </Chip>
          ) : null}
          {(row.flags & FLAG.rejectionProposed) !== 0 ? (
            <Chip tone="danger">{t('head.rejection')}</Chip>
          ) : null}
          {file.escalation > 0 ? (
            <Chip tone="danger" icon={<Flag className="ic s" aria-hidden />}>
              {t('head.escalated', { n: file.escalation })}
            </Chip>
          ) : null}
          {applicant ? null : <Presence />}
        </div>
      </div>
      <ClockRow onExplain={onExplain} />
    </header>
  )
}

const MOST_AVATARS = 3

function Presence() {
  const others = useOthers()
  const doing = useDoing()
  const t = useT('case')
  const text = useText()
  const { file, actor, now } = useDesk()
  const mine = file.holder?.id === actor.id
  // One's own lapsed lease still counts while nobody else took the case.
  const holder = mine ? file.holder : holderNow(file, now)
  const looking = others.filter((person) => person.id !== holder?.id)
  const shown = looking.slice(0, MOST_AVATARS - (holder ? 1 : 0))
  const more = looking.length - shown.length
  const atIt = others.find((person) => person.id === holder?.id)
  const aboutHolder = (role: keyof typeof ROLE_LABEL) =>
    atIt ? `${text(ROLE_LABEL[role])}, ${doing(atIt)}` : text(ROLE_LABEL[role])
  const held = mine
    ? t('head.mine')
    : holder
      ? t('head.held', { name: holder.name, time: timeInWit(holder.until) })
      : ''
  const watching =
    looking.length === 0
      ? ''
      : looking.length === 1
        ? `${looking[0]?.name} ${looking[0] ? doing(looking[0]) : ''}`
        : t('head.look', { n: looking.length })
  return (
    <>
      <span className="avs">
        {holder ? (
          <Avatar id={holder.id} name={holder.name} about={aboutHolder(holder.role)} editing />
        ) : null}
        {shown.map((person) => (
          <Avatar
            key={person.id}
            id={person.id}
            name={person.name}
            about={`${text(ROLE_LABEL[person.role])}, ${doing(person)}`}
            looking
          />
        ))}
        {more > 0 ? <span className="label">+{more}</span> : null}
      </span>
      <span className="label" role="status">
        {[held, watching].filter(Boolean).join(', ')}
      </span>
      {holder && holder.until > now ? (
        <span className="label">
          {t('head.leaseLeft', { n: Math.ceil((holder.until - now) / MINUTE_MS) })}
        </span>
      ) : null}
    </>
  )
}
