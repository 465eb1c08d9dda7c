'use client'
import { FileDown, FileUp } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { CONSIGNMENT_REFUSAL_TEXT, HELD_BECAUSE_TEXT } from '#domain/intake/boat/consignment-refusal.ts'
import { bringFile } from '#client/boat/bring-file.ts'
import { saveFile } from '#client/boat/save-file.ts'
import { api } from '#client/trpc.ts'
import { bytesInWords, exactInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Note } from '#ui/note.tsx'
import { FilePick } from './file-pick.tsx'
import './boat.css'

type View = Awaited<ReturnType<typeof api.boat.brought.query>>[number]
type Sending =
  | { readonly sent: number; readonly size: number }
  | 'unreached'
  | 'tooMany'
  | 'tooBig'
  | undefined

const LOOK_AGAIN_MS = 1_500
const OPEN = new Set(['received', 'accepted'])

/** Anyone of the staff brings a sealed file here: it is counted, done and answered, and never shown. */
export function BoatImport() {
  const t = useT('boat')
  const text = useText()
  const locale = useLocale()
  const [brought, setBrought] = useState<readonly View[]>()
  const [sending, setSending] = useState<Sending>()
  const look = useCallback(async () => {
    const found = await api.boat.brought.query().catch(() => undefined)
    if (found === undefined) return
    // Looking at one makes a stopped server go on with it.
    await Promise.all(
      found
        .filter((one) => OPEN.has(one.state))
        .map((one) => api.boat.consignment.query({ id: one.id }).catch(() => null)),
    )
    setBrought(found)
  }, [])
  useEffect(() => void look(), [look])
  const waits = brought?.some((one) => OPEN.has(one.state)) ?? false
  useEffect(() => {
    if (!waits) return
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [waits, look])

  async function bring(file: File): Promise<void> {
    setSending({ sent: 0, size: file.size })
    const came = await bringFile(file, { onProgress: (sent) => setSending({ sent, size: file.size }) })
    setSending(
      came.came === 'whole'
        ? undefined
        : came.came === 'too-many'
          ? 'tooMany'
          : came.came === 'too-big'
            ? 'tooBig'
            : 'unreached',
    )
    await look()
  }

  return (
    <main className="boat page" data-latest={brought && (brought[0]?.id ?? 'none')}>
      <h1 className="title">{t('import.title')}</h1>
      <p className="second">{t('import.about')}</p>
      <FilePick
        ending=".antrean"
        primary
        icon={<FileUp className="ic" aria-hidden />}
        onFile={(file) => void bring(file)}
      >
        {t('import.pick')}
      </FilePick>
      {typeof sending === 'object' ? (
        <p role="status">
          {t('import.sending', {
            sent: bytesInWords(sending.sent, locale),
            size: bytesInWords(sending.size, locale),
          })}
          <progress value={sending.sent} max={sending.size} aria-hidden />
        </p>
      ) : sending === undefined ? null : (
        <Note tone="warn" role="alert">
          {sending === 'tooBig' ? text(CONSIGNMENT_REFUSAL_TEXT['too-big']) : t(`import.${sending}`)}
        </Note>
      )}
      <h2 className="title">{t('import.brought')}</h2>
      {brought?.length === 0 ? <EmptyState title={t('import.none')} /> : null}
      <ul className="boat-list">
        {(brought ?? []).map((one) => (
          <Consignment key={one.id} view={one} />
        ))}
      </ul>
    </main>
  )
}

function Consignment({ view }: { readonly view: View }) {
  const t = useT('boat')
  const text = useText()
  const locale = useLocale()
  async function download(): Promise<void> {
    const receipt = await api.boat.receipt.query({ id: view.id })
    if (receipt === null) return
    const bytes = Uint8Array.from(atob(receipt.base64), (letter) => letter.charCodeAt(0))
    await saveFile(new File([bytes], receipt.name, { type: 'application/octet-stream' }))
  }
  const { counts } = view
  const words =
    view.refusal !== null
      ? text(CONSIGNMENT_REFUSAL_TEXT[view.refusal])
      : view.state === 'held' && view.heldBecause !== null
        ? t('import.held', { because: text(HELD_BECAUSE_TEXT[view.heldBecause]) })
        : view.state === 'declined'
          ? t('import.declined')
          : counts !== null
            ? t('import.done', { ...counts })
            : t('import.reading')
  return (
    <li data-state={view.state}>
      <b>
        {view.code === null
          ? t('import.unread', { size: bytesInWords(view.bytes, locale) })
          : t('import.code', { code: view.code })}
      </b>
      <span>{words}</span>
      <small>{t('import.at', { when: exactInWit(view.broughtAt, locale) })}</small>
      {view.hasReceipt ? (
        <span className="boat-acts">
          <Button touch icon={<FileDown className="ic" aria-hidden />} onClick={() => void download()}>
            {t('import.receipt')}
          </Button>
          <small>{t('import.giveBack')}</small>
        </span>
      ) : null}
    </li>
  )
}
