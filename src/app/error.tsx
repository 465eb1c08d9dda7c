'use client'
import { CloudOff } from 'lucide-react'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'

type ErrorPageProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }

/** A fault in a page: in words, with the number under which it stands in the log. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useT('common')
  return (
    <main className="empty">
      <CloudOff className="ic l" aria-hidden />
      <h1 className="title">{t('error.title')}</h1>
      <p>{t('error.what')}</p>
      <div className="empty-actions">
        <Button variant="primary" onClick={reset}>
          {t('error.again')}
        </Button>
        <a className="btn" href="/">
          {t('error.home')}
        </a>
      </div>
      {error.digest ? <p className="why">{t('error.number', { id: error.digest })}</p> : null}
    </main>
  )
}
