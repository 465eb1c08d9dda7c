'use client'
import { X } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import { NoticeList } from './notice-list.tsx'

/** The list beside the bell. Esc and a press elsewhere close it; the focus goes back to where it came from. */
export function NoticePanel({
  applicant,
  onClose,
}: {
  readonly applicant: boolean
  readonly onClose: () => void
}) {
  const t = useT('notice')
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!ref.current?.open) ref.current?.showModal()
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Esc is the dialog's own
    <dialog
      ref={ref}
      className="notice-panel"
      aria-labelledby="notice-panel-title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === ref.current) ref.current?.close()
      }}
    >
      <div className="notice-panel-in">
        <header>
          <h2 className="title" id="notice-panel-title">
            {t('title')}
          </h2>
          <Link className="btn quiet sm" href="/kabar" prefetch={false} onClick={() => ref.current?.close()}>
            {t('page')}
          </Link>
          <button
            type="button"
            className="btn quiet sm"
            aria-label={t('close')}
            onClick={() => ref.current?.close()}
          >
            <X className="ic" aria-hidden />
          </button>
        </header>
        <NoticeList applicant={applicant} onGo={() => ref.current?.close()} />
      </div>
    </dialog>
  )
}
