'use client'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Mark } from '#ui/mark.tsx'
import { Note } from '#ui/note.tsx'
import type { Me, SessionsPage } from './api-answers.ts'
import { PasswordForm } from './password-form.tsx'
import { Preferences } from './preferences.tsx'
import { SecondFactor } from './second-factor.tsx'
import { SessionList } from './session-list.tsx'
import './administration.css'

type AccountScreenProps = {
  readonly me: Me
  readonly sessions: SessionsPage
  readonly now: number
  readonly theme: 'light' | 'dark' | 'system'
  /** What other parts of the house let a person choose for themselves. */
  readonly more?: ReactNode
}

/** One's own account. A session that is held sees first what must be done before anything else. */
export function AccountScreen({ me: born, sessions, now, theme, more }: AccountScreenProps) {
  const t = useT('account')
  const [me, setMe] = useState(born)
  const [othersEnded, setOthersEnded] = useState(false)

  async function again() {
    setOthersEnded(true)
    setMe(await api.account.me.query())
  }

  return (
    <main className="adm narrow">
      {born.held === null ? null : <Mark />}
      <header className="adm-head">
        <h1 className="title">{t('title')}</h1>
        <span className="muted">
          {me.name}, {me.username}
        </span>
      </header>
      <HeldNote was={born.held} is={me.held} />
      {me.held === 'second-factor' ? null : (
        <section aria-labelledby="password">
          <h2 className="title" id="password">
            {t('password.title')}
          </h2>
          <PasswordForm me={me} onDone={() => void again()} />
        </section>
      )}
      {me.held === 'password' ? null : (
        <section aria-labelledby="factor">
          <h2 className="title" id="factor">
            {t('factor.title')}
          </h2>
          <SecondFactor me={me} onDone={() => void again()} />
        </section>
      )}
      {me.held === null ? (
        <>
          <section aria-labelledby="preferences">
            <h2 className="title" id="preferences">
              {t('preferences.title')}
            </h2>
            <Preferences theme={theme} />
          </section>
          {more}
          <section aria-labelledby="sessions">
            <h2 className="title" id="sessions">
              {t('sessions.title')}
            </h2>
            <SessionList
              sessions={
                othersEnded ? sessions.sessions.filter(({ id }) => id === me.sessionId) : sessions.sessions
              }
              now={now}
              own={me.sessionId}
              end={(sessionId) => api.account.endSession.mutate({ sessionId })}
            />
          </section>
        </>
      ) : (
        <form method="post" action="/keluar">
          <button className="btn" type="submit">
            {t('signOut')}
          </button>
        </form>
      )}
    </main>
  )
}

function HeldNote({ was, is }: { readonly was: Me['held']; readonly is: Me['held'] }) {
  const t = useT('account')
  if (is === 'password') return <Note tone="warn">{t('first.password')}</Note>
  if (is === 'second-factor') return <Note tone="warn">{t('first.factor')}</Note>
  if (was === null) return null
  return (
    <Note tone="accent" role="status">
      {t('first.done')} <a href="/">{t('first.go')}</a>
    </Note>
  )
}
