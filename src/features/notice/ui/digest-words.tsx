'use client'
import Link from 'next/link'
import { STAGE } from '#domain/case/stage.ts'
import { alarmWords } from '#domain/sla/alarm-words.ts'
import type { DigestContent } from '#domain/sla/digest-content.ts'
import { dateInWit, exactInWit, wholeNumber } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'

const SHOWN = 5

/** An alarm of the whole house: what it is, where, and what is to be done. */
function AlarmWords({
  alarm,
  place,
}: Pick<DigestWordsProps, 'place'> & { readonly alarm: NonNullable<DigestContent['alarm']> }) {
  const text = useText()
  const locale = useLocale()
  const t = useT('notice')
  return (
    <p>
      <b>{text(alarmWords(alarm).what)}.</b> {place(alarm.place)},{' '}
      {t('since', { moment: exactInWit(alarm.since, locale) })} {text(alarmWords(alarm).next)}
    </p>
  )
}

type DigestWordsProps = {
  readonly content: DigestContent
  readonly place: (code: string) => string
  readonly onGo: () => void
}

/** What the clocks found, in one message: how many of each, and the most urgent by number. */
export function DigestWords({ content, place, onGo }: DigestWordsProps) {
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
      <Link href={`/permohonan/${caseId}`} prefetch={false} onClick={onGo}>
        {number}
      </Link>{' '}
      {text(STAGE[stage].label)}, {place(negeri)}.{' '}
      {t(`rung.${clock === 'reminder' ? 'reminder' : level}`, { n: level })}{' '}
      {newDueAt === undefined
        ? t('since', { moment: exactInWit(dueAt, locale) })
        : t('apology', { date: dateInWit(newDueAt, locale) })}
    </li>
  )
  if (content.alarm) return <AlarmWords alarm={content.alarm} place={place} />
  return (
    <>
      {content.counts.length > 0 ? (
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
      ) : null}
      {content.items.length > 0 ? (
        <ul>{content.items.slice(0, SHOWN).map(item)}</ul>
      ) : (
        <ul>
          {content.places.slice(0, SHOWN).map(({ negeri, stage, n }) => (
            <li key={`${negeri} ${stage}`}>
              {place(negeri)}: {wholeNumber(n, locale)}, {text(STAGE[stage].label)}
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
