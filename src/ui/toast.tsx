'use client'
import type { ReactNode } from 'react'
import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'

type ToastContent = { readonly words: string; readonly undo?: (() => void) | undefined }
type ShowToast = (content: ToastContent) => void

const SECONDS = 10
const ToastContext = createContext<ShowToast>(() => undefined)

/** `const show = useToast()`; one at a time, 10 seconds, with a way back. Refusals are notes, never toasts. */
export function useToast(): ShowToast {
  return use(ToastContext)
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useT('common')
  const [last, setShown] = useState<(ToastContent & { readonly key: number }) | undefined>()
  const [left, setLeft] = useState(SECONDS)
  const shown = left > 0 ? last : undefined
  const [paused, setPaused] = useState(false)
  const show = useCallback<ShowToast>((content) => {
    setLeft(SECONDS)
    setShown((before) => ({ ...content, key: (before?.key ?? 0) + 1 }))
  }, [])
  useEffect(() => {
    if (!shown || paused || left <= 0) return
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000)
    return () => clearInterval(timer)
  }, [shown, paused, left])
  useEffect(() => {
    if (!shown?.undo) return
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key.toLowerCase() !== 'z' || event.ctrlKey || event.metaKey || event.altKey || typing) return
      shown.undo?.()
      setShown(undefined)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [shown])
  const value = useMemo(() => show, [show])
  return (
    <ToastContext value={value}>
      {children}
      <div className="toasts" role="status">
        {shown ? (
          <span
            className="toast"
            key={shown.key}
            onMouseEnter={() => setPaused(true)}
            onMouseLeave={() => setPaused(false)}
            onFocus={() => setPaused(true)}
            onBlur={() => setPaused(false)}
          >
            <span>
              {shown.words} <span aria-hidden>{t('secondsLeft', { n: left })}</span>
            </span>
            {shown.undo ? (
              <button
                type="button"
                onClick={() => {
                  shown.undo?.()
                  setShown(undefined)
                }}
              >
                {t('undo')}
              </button>
            ) : (
              <button type="button" onClick={() => setShown(undefined)}>
                {t('close')}
              </button>
            )}
          </span>
        ) : null}
      </div>
    </ToastContext>
  )
}
