'use client'
import { useState } from 'react'
import { api } from '#client/trpc.ts'
import { exactInWit } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'

type Device = Awaited<ReturnType<typeof api.boat.devices.query>>[number]

/** Phones that may sign boat files in this officer's name. A lost one is revoked here, from any other. */
export function OwnDevices({ here }: { readonly here: string | undefined }) {
  const t = useT('boat')
  const locale = useLocale()
  const [devices, setDevices] = useState<readonly Device[]>()
  const look = async () => setDevices(await api.boat.devices.query().catch(() => undefined))
  async function revoke(deviceKeyId: string): Promise<void> {
    await api.boat.revokeDevice.mutate({ deviceKeyId }).catch(() => undefined)
    await look()
  }
  return (
    <details onToggle={(event) => event.currentTarget.open && void look()}>
      <summary>{t('panel.devices')}</summary>
      <ul className="boat-list">
        {(devices ?? []).map((one) => (
          <li key={one.id}>
            <span>{one.id === here ? t('panel.thisDevice') : one.device}</span>
            <small>{t('panel.since', { when: exactInWit(one.since, locale) })}</small>
            {one.revokedAt !== null ? (
              <small>{t('panel.revoked', { when: exactInWit(one.revokedAt, locale) })}</small>
            ) : one.id === here ? null : (
              <Button touch variant="danger" onClick={() => void revoke(one.id)}>
                {t('panel.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
