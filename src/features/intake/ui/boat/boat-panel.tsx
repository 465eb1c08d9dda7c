'use client'
import { FileDown, Ship } from 'lucide-react'
import { useState } from 'react'
import { CONSIGNMENT_LIMIT } from '#domain/intake/boat/manifest.ts'
import type { BoatKey } from '#client/boat/boat-key.ts'
import { beyondLimit, consignmentSize } from '#client/boat/consignment-room.ts'
import { exportConsignment } from '#client/boat/export-consignment.ts'
import { saveFile } from '#client/boat/save-file.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { bytesInWords, exactInWit } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { BoatWords } from './boat-words.tsx'
import { OwnDevices } from './own-devices.tsx'
import { ReadReceipt } from './read-receipt.tsx'
import type { Cargo } from './use-cargo.ts'
import { byCase, useCargo } from './use-cargo.ts'
import './boat.css'

/** On the outbox screen: what waits, as one sealed file for whoever sails; and the receipt that comes back. */
export function BoatPanel({ store }: { readonly store: DeviceStore }) {
  const cargo = useCargo(store)
  if (cargo === undefined) return null
  return (
    <BoatWords>
      <Panel store={store} cargo={cargo} />
    </BoatWords>
  )
}

type Made = { readonly code: string; readonly bytes: number } | 'failed' | undefined

function Panel({ store, cargo }: { readonly store: DeviceStore; readonly cargo: Cargo }) {
  const t = useT('boat')
  const locale = useLocale()
  const cases = byCase(cargo.items)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<Made>()
  const chosen = cargo.items.filter((item) => !left.has(item.caseId))
  const hasCipher = (globalThis.crypto as { subtle?: SubtleCrypto } | undefined)?.subtle !== undefined
  const nothing = cargo.items.length === 0 && cargo.visits.length === 0

  async function save(key: BoatKey): Promise<void> {
    setBusy(true)
    try {
      const { file, code } = await exportConsignment(store, key, chosen, cargo.visits)
      setMade({ code, bytes: file.size })
      await saveFile(file)
    } catch {
      setMade('failed')
    } finally {
      setBusy(false)
    }
  }

  const most = { ...CONSIGNMENT_LIMIT, size: bytesInWords(CONSIGNMENT_LIMIT.bytes, locale) }
  const beyond = beyondLimit(chosen, cargo.visits)
  const why = !hasCipher
    ? t('panel.noCipher')
    : cargo.key === undefined
      ? t('panel.noKey')
      : nothing
        ? t('panel.nothing')
        : chosen.length === 0 && cargo.visits.length === 0
          ? t('panel.choose')
          : beyond && t(`panel.beyond.${beyond}`, most)
  const toggle = (caseId: string) => {
    const next = new Set(left)
    if (!next.delete(caseId)) next.add(caseId)
    setLeft(next)
  }
  return (
    <section className="boat" aria-labelledby="boat-title">
      <h2 className="title" id="boat-title">
        <Ship className="ic" aria-hidden /> {t('panel.title')}
      </h2>
      <p className="second">{t('panel.about')}</p>
      {cases.length > 0 ? (
        <fieldset className="boat-cases">
          <legend>{t('panel.some')}</legend>
          {cases.map((one) => (
            <label key={one.caseId}>
              <input type="checkbox" checked={!left.has(one.caseId)} onChange={() => toggle(one.caseId)} />
              <span>
                {one.name || t('panel.noName')}
                <small>
                  {t('panel.items', { n: one.items.length })}
                  {one.carriedAt === undefined
                    ? ''
                    : `. ${t('panel.carried', { when: exactInWit(one.carriedAt, locale) })}`}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <Button
        touch
        block
        icon={<FileDown className="ic" aria-hidden />}
        disabledBecause={busy ? t('panel.saving') : why}
        onClick={() => cargo.key && void save(cargo.key)}
      >
        {t('panel.save', { size: bytesInWords(consignmentSize(chosen, cargo.visits), locale) })}
      </Button>
      {made === 'failed' ? (
        <Note tone="warn" role="alert">
          {t('panel.failed')}
        </Note>
      ) : made ? (
        <Note role="status">
          {t('panel.made', { code: made.code, size: bytesInWords(made.bytes, locale) })}
        </Note>
      ) : null}
      <ReadReceipt store={store} />
      <a className="btn touch block" href="/impor">
        {t('panel.bring')}
      </a>
      {cargo.key === undefined ? null : <OwnDevices here={cargo.key.deviceKeyId} />}
      {cargo.exports.length > 0 ? (
        <>
          <h3 className="title">{t('panel.exports')}</h3>
          <ul className="boat-list">
            {cargo.exports.map((one) => (
              <li key={one.exportId}>
                {t('panel.export', {
                  code: one.code,
                  cases: one.cases,
                  size: bytesInWords(one.bytes, locale),
                  when: exactInWit(one.madeAt, locale),
                })}
                {one.receiptAt === undefined ? null : (
                  <small>{t('panel.answered', { when: exactInWit(one.receiptAt, locale) })}</small>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
