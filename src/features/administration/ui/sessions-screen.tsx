'use client'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import type { DevicesPage, SessionsPage } from './api-answers.ts'
import { DeviceList } from './device-list.tsx'
import { SessionList } from './session-list.tsx'
import './administration.css'

type SessionsScreenProps = {
  readonly page: SessionsPage
  readonly devices: DevicesPage
  readonly own: string
  readonly now: number
}

/** Everyone who is signed in within the administrator's area, and the phones that may sign in their name. */
export function SessionsScreen({ page, devices, own, now }: SessionsScreenProps) {
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
      <section aria-labelledby="devices">
        <h2 className="title" id="devices">
          {t('devices.title')}
        </h2>
        <p className="second">{t('devices.about')}</p>
        <DeviceList devices={devices.devices} now={now} />
        {devices.more ? <p className="why">{t('devices.more')}</p> : null}
      </section>
    </main>
  )
}
