'use client'
import { Settings2 } from 'lucide-react'
import Link from 'next/link'
import { useT } from '#i18n/messages-provider.tsx'
import { NoticeList } from './notice-list.tsx'
import type { Centre } from './use-centre.ts'

/** The one place of everything a person was told. */
export function NoticeScreen({ first, applicant }: { readonly first: Centre; readonly applicant: boolean }) {
  const t = useT('notice')
  return (
    <main className="notice-page">
      <header>
        <h1 className="title">{t('title')}</h1>
        <Link className="btn quiet" href="/akun#kabar" prefetch={false}>
          <Settings2 className="ic" aria-hidden />
          {t('settings')}
        </Link>
      </header>
      <NoticeList first={first} applicant={applicant} />
    </main>
  )
}
