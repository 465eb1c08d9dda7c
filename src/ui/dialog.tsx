'use client'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import { useT } from '#i18n/messages-provider.tsx'

type DialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly wide?: boolean
}

/**
 * The browser's own modal dialog: it traps focus, closes on Esc and gives focus back to where it came from. What
 * carries `data-autofocus` is focused first.
 */
export function Dialog({ open, onClose, title, children, footer, wide }: DialogProps) {
  const t = useT('common')
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) {
      dialog.showModal()
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    }
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    // A press beside the box closes it; the keyboard has Esc for that.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
    >
      {open ? (
        <div className="dialog-in">
          <header>
            <h2 className="title" id={titleId}>
              {title}
            </h2>
            <button type="button" className="btn quiet sm" aria-label={t('close')} onClick={onClose}>
              <X className="ic" aria-hidden />
            </button>
          </header>
          <div className="dialog-body">{children}</div>
          {footer ? <footer>{footer}</footer> : null}
        </div>
      ) : null}
    </dialog>
  )
}
