'use client'
import Link from 'next/link'
import { useState } from 'react'
import { STAGE } from '#domain/case/stage.ts'
import type { DigestContent } from '#domain/sla/digest-content.ts'
import { api } from '#client/trpc.ts'
import { dateInWit, exactInWit, wholeNumber } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import './notice.css'

type Notices = Awaited<ReturnType<typeof api.notice.mine.query>>

type NoticeScreenProps = {
  readonly first: Notices
  readonly places: { readonly [code: string]: string }
}

/** What this person was told: digests first, then what happened to cases that concern them. Each leads to its case. */
export function NoticeScreen({ first, places }: NoticeScreenProps) {
  const t = useT('notice')
  const locale = useLocale()
  const [digests, setDigests] = useState(first.digests)
  const unread = digests.filter(({ readAt }) => readAt === null).map(({ id }) => id)
  async function readAll() {
    await api.notice.read.mutate({ ids: unread })
    setDigests(digests.map((one) => ({ ...one, readAt: one.readAt ?? one.at })))
  }
  return (
    <main className="notice-page">
      <header>
        <h1 className="title">{t('title')}</h1>
        {unread.length > 0 ? <Button onClick={() => void readAll()}>{t('readAll')}</Button> : null}
      </header>
      {digests.length === 0 && first.notices.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      ) : null}
      {digests.length > 0 ? (
        <ul className="notice-list">
          {digests.map(({ id, at, readAt, content }) => (
            <li key={id} className={readAt === null ? 'new' : ''}>
              <h2>
                {t('digest', { n: wholeNumber(content.total, locale) })}
                {readAt === null ? <span className="vh"> {t('unread')}</span> : null}
              </h2>
              <time>{exactInWit(at, locale)}</time>
              <Digest content={content} places={places} />
            </li>
          ))}
        </ul>
      ) : null}
      {first.notices.length > 0 ? (
        <>
          <h2>{t('events')}</h2>
          <ul className="notice-list">
            {first.notices.map(({ key, caseId, kind, number, at }) => (
              <li key={key}>
                <Link href={`/permohonan/${caseId}`} prefetch={false}>
                  {number ?? t('draft')}
                </Link>
                <span>{t(`event.${kind}`)}</span>
                <time>{exactInWit(at, locale)}</time>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </main>
  )
}

const SHOWN = 8

function Digest({
  content,
  places,
}: {
  readonly content: DigestContent
  readonly places: NoticeScreenProps['places']
}) {
  const t = useT('notice')
  const text = useText()
  const locale = useLocale()
  const item = ({
    caseId,
    number,
    stage,
    negeri,
    clock,
    level,
    dueAt,
    newDueAt,
  }: DigestContent['items'][number]) => (
    <li key={`${caseId} ${clock} ${level}`}>
      <Link href={`/permohonan/${caseId}`} prefetch={false}>
        {number}
      </Link>{' '}
      {text(STAGE[stage].label)}, {places[negeri] ?? negeri}.{' '}
      {t(`rung.${clock === 'reminder' ? 'reminder' : level}`, { n: level })}{' '}
      {newDueAt === undefined
        ? t('since', { moment: exactInWit(dueAt, locale) })
        : t('apology', { date: dateInWit(newDueAt, locale) })}
    </li>
  )
  return (
    <>
      <p>
        {content.counts
          .map(({ clock, level, n }) =>
            t(`count.${clock === 'reminder' ? 'reminder' : level}`, {
              n: wholeNumber(n, locale),
              day: level,
            }),
          )
          .join(', ')}
        .
      </p>
      {content.items.length > 0 ? (
        <ul>{content.items.slice(0, SHOWN).map(item)}</ul>
      ) : (
        <ul>
          {content.places.slice(0, SHOWN).map(({ negeri, stage, n }) => (
            <li key={`${negeri} ${stage}`}>
              {places[negeri] ?? negeri}: {wholeNumber(n, locale)}, {text(STAGE[stage].label)}
            </li>
          ))}
        </ul>
      )}
      {content.items.length > SHOWN ? (
        <details>
          <summary>{t('more', { n: content.items.length - SHOWN })}</summary>
          <ul>{content.items.slice(SHOWN).map(item)}</ul>
        </details>
      ) : null}
    </>
  )
}
