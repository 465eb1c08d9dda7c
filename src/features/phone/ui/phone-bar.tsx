'use client'
import { LogIn, Sparkles } from 'lucide-react'
import { useEffect } from 'react'
import { takeNewVersion, useNewVersion } from '#client/service-worker/worker-link.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import './phone.css'

/** So long without a touch, on a screen where nothing is being written, is a moment of rest. */
const REST_MS = 60_000

type Props = {
  /** A form is open: nothing may be interrupted. */
  readonly busy: boolean
  readonly signedIn: boolean | undefined
}

/**
 * One quiet line at the foot: sign in again, or a new version is here. The new version begins by hand, or by itself
 * when the screen is put away or has rested, and never while a form is open.
 */
export function PhoneBar({ busy, signedIn }: Props) {
  const t = useT('phone')
  const isNew = useNewVersion()
  useEffect(() => {
    if (!isNew || busy) return
    let timer: ReturnType<typeof setTimeout>
    const begin = () => {
      if (!isWriting()) takeNewVersion()
    }
    const rest = () => {
      clearTimeout(timer)
      timer = setTimeout(begin, REST_MS)
    }
    const away = () => {
      if (document.visibilityState === 'hidden') begin()
    }
    rest()
    window.addEventListener('pointerdown', rest)
    window.addEventListener('keydown', rest)
    document.addEventListener('visibilitychange', away)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', rest)
      window.removeEventListener('keydown', rest)
      document.removeEventListener('visibilitychange', away)
    }
  }, [isNew, busy])
  if (signedIn === false)
    return (
      <div className="phone-bar warn" role="status">
        <LogIn className="ic" aria-hidden />
        <span>{t('bar.signIn')}</span>
        <a className="btn touch" href={`/masuk?kembali=${encodeURIComponent(location.pathname)}`}>
          {t('bar.signInNow')}
        </a>
      </div>
    )
  if (!isNew || busy) return null
  return (
    <div className="phone-bar" role="status" data-new-version>
      <Sparkles className="ic" aria-hidden />
      <span>{t('bar.newVersion')}</span>
      <Button touch onClick={takeNewVersion}>
        {t('bar.takeIt')}
      </Button>
    </div>
  )
}

/** Is a field in use, a dialog in front, a picture being chosen? */
function isWriting(): boolean {
  const { activeElement } = document
  return (
    document.querySelector('dialog[open]') !== null ||
    (activeElement instanceof HTMLElement &&
      activeElement.matches('input, textarea, select, [contenteditable]'))
  )
}
