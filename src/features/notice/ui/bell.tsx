'use client'
import { Bell as BellIcon } from 'lucide-react'
import Link from 'next/link'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { useOfferCommands } from '#client/commands.ts'
import { lazyPart } from '#client/lazy-part.ts'
import { setUnread, useUnread } from '#client/notice-count.ts'
import { api } from '#client/trpc.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import './bell.css'

const NoticePanel = lazyPart(() =>
  import('./notice-with-words.tsx').then((module) => ({ default: module.NoticeWithWords })),
)

type BellProps = {
  readonly applicant: boolean
  /** Beside the person, on a narrow screen: it leads to the page. */
  readonly compact?: boolean
  /** No connection tells this person the number: it is asked for. */
  readonly ask?: boolean
}

/** How much there is to read, always in sight. On a wide screen the list opens beside it. */
export function Bell({ applicant, compact, ask }: BellProps) {
  const t = useT('common')
  const locale = useLocale()
  const unread = useUnread()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!ask) return
    const read = () => {
      if (document.visibilityState === 'visible') api.notice.unread.query().then(setUnread, () => undefined)
    }
    read()
    window.addEventListener('focus', read)
    return () => window.removeEventListener('focus', read)
  }, [ask])
  const commands = useMemo(
    () => (compact ? [] : [{ id: 'notices', name: t('bell.open'), run: () => setOpen(true) }]),
    [compact, t],
  )
  useOfferCommands(commands)
  const n = unread ?? 0
  const count =
    n > 0 ? (
      <b className="bell-count" data-unread={n}>
        {n > 99 ? '99+' : n}
        <span className="vh"> {t('bell.unread')}</span>
      </b>
    ) : null
  if (compact)
    return (
      <Link className="bell compact" href="/kabar" prefetch={false} title={t('nav.notices')}>
        <BellIcon className="ic" aria-hidden />
        <span className="vh">{t('nav.notices')}</span>
        {count}
      </Link>
    )
  return (
    <>
      <button
        type="button"
        className="nv bell"
        aria-haspopup="dialog"
        title={t('nav.notices')}
        onClick={() => setOpen(true)}
      >
        <BellIcon className="ic" aria-hidden />
        <span className="nv-label cut">{t('nav.notices')}</span>
        {count}
      </button>
      <Suspense>
        {open ? <NoticePanel locale={locale} applicant={applicant} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  )
}
