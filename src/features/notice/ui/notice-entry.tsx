'use client'
import { CircleDot, CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { STAGE } from '#domain/case/stage.ts'
import { eventWords } from '#domain/notice/event-words.ts'
import { addressOf } from '#domain/notice/place.ts'
import { titleCase } from '#domain/shared/title-case.ts'
import { exactInWit, wholeNumber } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { DigestWords } from './digest-words.tsx'
import type { Centre, Entry } from './use-centre.ts'
import { momentWords } from './moment-words.ts'

type NoticeEntryProps = {
  readonly entry: Entry
  readonly places: Centre['places']
  readonly onGo: () => void
  readonly onMark: () => void
}

const SHOWN = 4

/** One case with what happened to it, or one digest of the clocks. The number leads to where the newest thing happened. */
export function NoticeEntry({ entry, places, onGo, onMark }: NoticeEntryProps) {
  const t = useT('notice')
  const common = useT('common')
  const text = useText()
  const locale = useLocale()
  const place = (code: string) => titleCase(places[code] ?? code)
  return (
    <li className={entry.unread ? 'new' : ''}>
      <div className="notice-head">
        {entry.is === 'case' ? (
          <Link
            href={addressOf(
              entry.id,
              (entry.lines.find(({ unread }) => unread) ?? entry.lines[0])?.place ?? null,
            )}
            prefetch={false}
            data-entry={entry.id}
            onClick={onGo}
          >
            <b>{entry.number ?? t('draft')}</b>
            {entry.unread ? <span className="vh"> {t('unread')}</span> : null}
          </Link>
        ) : (
          <b tabIndex={-1} data-entry={entry.id}>
            {entry.content.alarm ? t('alarm') : t('digest', { n: wholeNumber(entry.content.total, locale) })}
            {entry.unread ? <span className="vh"> {t('unread')}</span> : null}
          </b>
        )}
        <time title={exactInWit(entry.at, locale)}>{momentWords(entry.at, locale)}</time>
        <button
          type="button"
          className="btn quiet sm notice-mark"
          title={entry.unread ? t('markRead') : t('markUnread')}
          aria-label={entry.unread ? t('markRead') : t('markUnread')}
          onClick={onMark}
        >
          {entry.unread ? (
            <CircleDot className="ic" aria-hidden />
          ) : (
            <CircleCheck className="ic" aria-hidden />
          )}
        </button>
      </div>
      {entry.is === 'digest' ? (
        <DigestWords content={entry.content} place={place} onGo={onGo} />
      ) : (
        <>
          <p className="notice-about">
            {common(`nav.${entry.service}`)}, {place(entry.negeri)}, {text(STAGE[entry.stage].label)}
          </p>
          <ul>
            {entry.lines.slice(0, SHOWN).map((line) => (
              <li key={`${line.topic} ${line.kind} ${line.place}`} className={line.unread ? 'new' : ''}>
                <Link href={addressOf(entry.id, line.place)} prefetch={false} onClick={onGo}>
                  {words(line)}
                </Link>
                {line.n > 1 ? <span className="times"> {t('times', { n: line.n })}</span> : null}
              </li>
            ))}
          </ul>
          {entry.lines.length > SHOWN ? (
            <p className="notice-about">{t('more', { n: entry.lines.length - SHOWN })}</p>
          ) : null}
        </>
      )}
    </li>
  )

  function words({ kind, topic, by }: Extract<Entry, { is: 'case' }>['lines'][number]): string {
    const watching = topic === 'watch'
    const what = text(eventWords(kind, watching))
    if (by === null) return what
    if (topic === 'talk' && kind === 'NoteWritten') return t('called', { name: by })
    if (topic === 'talk' && kind === 'PaperPinned') return t('calledAtPin', { name: by })
    return t(watching ? 'watched' : 'who', { name: by, what })
  }
}
