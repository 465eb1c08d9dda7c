'use client'
import { useState } from 'react'
import { ROLE_LABEL } from '#domain/access/role.ts'
import { exactInWit, relativeTime } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Note } from '#ui/note.tsx'
import type { SessionView } from './api-answers.ts'
import { deviceInWords } from './device-in-words.ts'
import { useAsk } from './use-ask.ts'

type EndAnswer = { readonly ok: boolean }

type SessionListProps = {
  readonly sessions: readonly SessionView[]
  readonly now: number
  /** The session that looks at this list, if it is among them. */
  readonly own?: string
  readonly end: (sessionId: string) => Promise<EndAnswer>
}

/** Open sessions; a row that was ended goes, and the line above says what happened. */
export function SessionList({ sessions, now, own, end }: SessionListProps) {
  const t = useT('administration')
  const { trouble, ask } = useAsk()
  const [gone, setGone] = useState<readonly string[]>([])
  const [said, setSaid] = useState<string | undefined>()
  const open = sessions.filter((session) => !gone.includes(session.id))

  async function endOne(session: SessionView) {
    const answer = await ask(() => end(session.id))
    if (!answer) return
    setGone([...gone, session.id])
    setSaid(answer.ok ? t('sessions.ended', { name: session.personName }) : t('sessions.gone'))
  }

  return (
    <>
      {trouble ? (
        <Note tone="danger" role="alert">
          {trouble}
        </Note>
      ) : null}
      {said ? (
        <Note tone="accent" role="status">
          {said}
        </Note>
      ) : null}
      {open.length === 0 ? (
        <EmptyState title={t('sessions.none')}>{t('sessions.noneHint')}</EmptyState>
      ) : (
        <ul className="adm-list">
          {open.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              now={now}
              isOwn={session.id === own}
              onEnd={() => void endOne(session)}
            />
          ))}
        </ul>
      )}
    </>
  )
}

type SessionRowProps = {
  readonly session: SessionView
  readonly now: number
  readonly isOwn: boolean
  readonly onEnd: () => void
}

function SessionRow({ session, now, isOwn, onEnd }: SessionRowProps) {
  const t = useT('administration')
  const text = useText()
  const locale = useLocale()
  return (
    <li className="session-row">
      <span className="person-who">
        <Avatar id={session.personId} name={session.personName} large />
        <span className="person-words">
          <b className="cut">{session.personName}</b>
          <span className="muted cut">{text(ROLE_LABEL[session.role])}</span>
        </span>
      </span>
      <span className="cut" title={session.device}>
        {deviceInWords(session.device)} <span className="muted">{session.address}</span>
      </span>
      <span className="second">
        <span title={exactInWit(session.lastSeenAt, locale)}>
          {t('sessions.active', { when: relativeTime(session.lastSeenAt, now, locale) })}
        </span>
        <br />
        <span className="muted" title={exactInWit(session.createdAt, locale)}>
          {t('sessions.since', { when: relativeTime(session.createdAt, now, locale) })}
        </span>
      </span>
      <Chip tone={session.secondFactor ? 'accent' : 'line'}>
        {session.secondFactor ? t('sessions.factor') : t('sessions.noFactor')}
      </Chip>
      {isOwn ? (
        <span className="muted">{t('sessions.here')}</span>
      ) : (
        <Button small aria-label={t('sessions.endOf', { name: session.personName })} onClick={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}
