'use client'
import { ArrowUp, CheckCheck } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { TOPIC_LABEL, TOPICS } from '#domain/notice/topic.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Note } from '#ui/note.tsx'
import { NoticeEntry } from './notice-entry.tsx'
import type { Centre, Only } from './use-centre.ts'
import { useCentre } from './use-centre.ts'
import './notice.css'

type NoticeListProps = {
  readonly first?: Centre | undefined
  readonly applicant: boolean
  /** Someone goes to a place: what lies over it closes. */
  readonly onGo?: (() => void) | undefined
}

/** Everything a person was told, in one list. Arrows go from entry to entry, `b` marks one read or unread. */
export function NoticeList({ first, applicant, onGo }: NoticeListProps) {
  const t = useT('notice')
  const text = useText()
  const { centre, only, failed, fresh, load, mark, more } = useCentre(first)
  const anyUnread = (centre?.unread ?? 0) > 0

  function pressed(event: KeyboardEvent<HTMLElement>) {
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')]
    const at = links.findIndex((one) => one.parentElement?.closest('li')?.contains(event.target as Node))
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
    else if (event.key === 'b' && at >= 0) {
      const entry = centre?.entries.find(({ id }) => id === links[at]?.dataset['entry'])
      if (entry) void mark([entry], entry.unread)
    } else return
    event.preventDefault()
  }

  return (
    <div className="notices">
      <div className="notice-tools">
        <label>
          <span className="vh">{t('show')}</span>
          <select value={only ?? ''} onChange={({ target }) => void load((target.value || null) as Only)}>
            <option value="">{t('only.all')}</option>
            <option value="unread">{t('only.unread')}</option>
            {TOPICS.filter((one) => !applicant || one === 'return' || one === 'course').map((one) => (
              <option key={one} value={one}>
                {text(TOPIC_LABEL[one])}
              </option>
            ))}
          </select>
        </label>
        <span className="notice-all">
          <Button
            small
            variant="quiet"
            icon={<CheckCheck className="ic" aria-hidden />}
            disabledBecause={anyUnread ? undefined : t('nothingUnread')}
            onClick={() => void mark('all', true)}
          >
            {t('readAll')}
          </Button>
        </span>
      </div>
      <div className="notice-fresh" role="status">
        {fresh ? (
          <button type="button" className="btn sm" onClick={() => void load(only)}>
            <ArrowUp className="ic" aria-hidden />
            {t('fresh')}
          </button>
        ) : null}
      </div>
      {failed ? (
        <Note tone="warn" role="alert">
          {t('failed')}{' '}
          <button type="button" className="link" onClick={() => void load(only)}>
            {t('again')}
          </button>
        </Note>
      ) : null}
      {centre === undefined ? (
        failed ? null : (
          <p className="notice-wait">{t('loading')}</p>
        )
      ) : centre.entries.length === 0 ? (
        <EmptyState title={only === null ? t('none') : t('noneOfThese')}>{t('noneHint')}</EmptyState>
      ) : (
        // The keys are the links' own: the list only hears them.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <ul className="notice-list" onKeyDown={pressed}>
          {centre.entries.map((entry) => (
            <NoticeEntry
              key={entry.id}
              entry={entry}
              places={centre.places}
              onGo={() => {
                if (entry.unread) void mark([entry], true)
                onGo?.()
              }}
              onMark={() => void mark([entry], entry.unread)}
            />
          ))}
        </ul>
      )}
      {centre?.next ? (
        <Button variant="quiet" onClick={() => void more()}>
          {t('older')}
        </Button>
      ) : null}
    </div>
  )
}
