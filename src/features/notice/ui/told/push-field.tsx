'use client'
import { useEffect, useState } from 'react'
import type { PushState } from '#client/push.ts'
import { beWoken, letSleep, pushState } from '#client/push.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'

/** Whether this browser is woken when something happens, also while no page is open. */
export function PushField({
  publicKey,
  onChange,
}: {
  readonly publicKey: string
  readonly onChange: () => void
}) {
  const t = useT('told')
  const [state, setState] = useState<PushState | 'failed'>()
  useEffect(() => void pushState().then(setState), [])
  async function turn(act: Promise<PushState>) {
    setState(await act.catch(() => 'failed' as const))
    onChange()
  }
  return (
    <div className="told-block">
      <h3>{t('push.title')}</h3>
      <p className="hint">{state === undefined ? t('push.hint') : t(`push.${state}`)}</p>
      {state === 'on' ? (
        <Button onClick={() => void turn(letSleep())}>{t('push.stop')}</Button>
      ) : state === 'off' || state === 'failed' ? (
        <Button onClick={() => void turn(beWoken(publicKey))}>{t('push.begin')}</Button>
      ) : null}
    </div>
  )
}
