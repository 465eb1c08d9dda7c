'use client'
import { useEffect, useState } from 'react'
import type { DeviceRoom } from '#client/device/device-room.ts'
import { deviceRoom } from '#client/device/device-room.ts'
import { bytesInWords } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'

/** How much room there is on this device, and whether the browser promised to keep what lies here. */
export function RoomLine() {
  const t = useT('outbox')
  const locale = useLocale()
  const [room, setRoom] = useState<DeviceRoom>()
  useEffect(() => {
    void deviceRoom().then(setRoom, () => undefined)
  }, [])
  if (room === undefined) return null
  const sizes = { used: bytesInWords(room.usedBytes, locale), quota: bytesInWords(room.quotaBytes, locale) }
  return (
    <p className="second">
      {t('room', sizes)} {t(room.persistent ? 'room.kept' : 'room.notKept')}
    </p>
  )
}
