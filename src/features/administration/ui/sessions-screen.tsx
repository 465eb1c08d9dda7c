'use client'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import type { SessionsPage } from './api-answers.ts'
import { SessionList } from './session-list.tsx'
import './administration.css'

type SessionsScreenProps = { readonly page: SessionsPage; readonly own: string; readonly now: number }

/** Everyone who is signed in within the administrator's area. */
export function SessionsScreen({ page, own, now }: SessionsScreenProps) {
  const t = useT('administration')
  return (
    <main className="adm">
      <header className="adm-head">
        <h1 className="title">{t('sessions.title')}</h1>
      </header>
      <SessionList
        sessions={page.sessions}
        now={now}
        own={own}
        end={(sessionId) => api.admin.endSession.mutate({ sessionId })}
      />
      {page.more ? <p className="why">{t('sessions.more')}</p> : null}
    </main>
  )
}
