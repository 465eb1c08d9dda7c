'use client'
import { FileCheck } from 'lucide-react'
import { useState } from 'react'
import type { TakenReceipt } from '#client/boat/take-receipt.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { liveOutbox } from '#client/outbox/live-outbox.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Note } from '#ui/note.tsx'
import { FilePick } from './file-pick.tsx'

/** The way back: a receipt from the boat empties what the Dinas has, and shows what it did not take. */
export function ReadReceipt({ store }: { readonly store: DeviceStore }) {
  const t = useT('boat')
  const [taken, setTaken] = useState<TakenReceipt>()
  async function read(file: File): Promise<void> {
    const { takeReceipt } = await import('#client/boat/take-receipt.ts')
    setTaken(await takeReceipt(store, liveOutbox(store).outbox, new Uint8Array(await file.arrayBuffer())))
  }
  return (
    <>
      <FilePick
        ending=".terima"
        icon={<FileCheck className="ic" aria-hidden />}
        onFile={(file) => void read(file)}
      >
        {t('panel.open')}
      </FilePick>
      {taken === undefined ? null : taken.ok ? (
        <Note role="status" tone={taken.verdict === 'declined' || taken.left > 0 ? 'warn' : 'plain'}>
          {taken.verdict === 'declined'
            ? t('panel.declined', { reason: taken.reason })
            : t('panel.taken', { done: taken.done, left: taken.left })}
        </Note>
      ) : (
        <Note tone="danger" role="alert">
          {t(`panel.bad.${taken.why}`)}
        </Note>
      )}
    </>
  )
}
