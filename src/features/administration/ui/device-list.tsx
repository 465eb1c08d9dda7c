'use client'
import { useState } from 'react'
import { api } from '#client/trpc.ts'
import { ROLE_LABEL } from '#domain/access/role.ts'
import { exactInWit, relativeTime } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Note } from '#ui/note.tsx'
import type { DeviceView } from './api-answers.ts'
import { deviceInWords } from './device-in-words.ts'
import { useAsk } from './use-ask.ts'

type DeviceListProps = { readonly devices: readonly DeviceView[]; readonly now: number }

/** Who has which phone, since when; a lost one is revoked, after being asked. */
export function DeviceList({ devices, now }: DeviceListProps) {
  const t = useT('administration')
  const { busy, trouble, ask } = useAsk()
  const [revoked, setRevoked] = useState<ReadonlyMap<string, number>>(new Map())
  const [asked, setAsked] = useState<DeviceView>()
  const [said, setSaid] = useState<string>()

  async function revoke(device: DeviceView) {
    const answer = await ask(() => api.admin.revokeDevice.mutate({ deviceId: device.id }))
    setAsked(undefined)
    if (!answer) return
    setRevoked(new Map(revoked).set(device.id, Date.now()))
    setSaid(answer.ok ? t('devices.done', { name: device.personName }) : t('devices.gone'))
  }

  if (devices.length === 0) return <EmptyState title={t('devices.none')}>{t('devices.noneHint')}</EmptyState>
  return (
    <>
      {trouble ? (
        <Note tone="danger" role="alert">
          {trouble}
        </Note>
      ) : null}
      {said ? (
        <Note tone="accent" role="status">
          {said}
        </Note>
      ) : null}
      <ul className="adm-list">
        {devices.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            revokedAt={device.revokedAt ?? revoked.get(device.id) ?? null}
            now={now}
            onRevoke={() => setAsked(device)}
          />
        ))}
      </ul>
      <Dialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked?.personName ?? ''}
        footer={
          asked === undefined ? null : (
            <>
              <Button onClick={() => setAsked(undefined)}>{t('cancel')}</Button>
              <Button variant="danger" aria-busy={busy} onClick={() => void revoke(asked)}>
                {t('devices.revokeDo')}
              </Button>
            </>
          )
        }
      >
        <p>{t('devices.revokeAsk')}</p>
      </Dialog>
    </>
  )
}

type DeviceRowProps = {
  readonly device: DeviceView
  readonly revokedAt: number | null
  readonly now: number
  readonly onRevoke: () => void
}

function DeviceRow({ device, revokedAt, now, onRevoke }: DeviceRowProps) {
  const t = useT('administration')
  const text = useText()
  const locale = useLocale()
  return (
    <li className="session-row" data-device={device.id.slice(0, 12)}>
      <span className="person-who">
        <Avatar id={device.personId} name={device.personName} large />
        <span className="person-words">
          <b className="cut">{device.personName}</b>
          <span className="muted cut">{text(ROLE_LABEL[device.role])}</span>
        </span>
      </span>
      <span className="cut" title={device.device}>
        {deviceInWords(device.device)} <span className="muted">{device.id.slice(0, 8).toUpperCase()}</span>
      </span>
      <span className="second" title={exactInWit(device.since, locale)}>
        {t('devices.since', { when: relativeTime(device.since, now, locale) })}
      </span>
      <Chip tone={revokedAt === null ? 'accent' : 'line'}>
        {revokedAt === null
          ? t('devices.valid')
          : t('devices.revoked', { when: relativeTime(revokedAt, Math.max(now, revokedAt), locale) })}
      </Chip>
      {revokedAt === null ? (
        <Button small aria-label={t('devices.revokeOf', { name: device.personName })} onClick={onRevoke}>
          {t('devices.revoke')}
        </Button>
      ) : (
        <span />
      )}
    </li>
  )
}
