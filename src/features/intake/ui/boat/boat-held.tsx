'use client'
import { useCallback, useEffect, useState } from 'react'
import { HELD_BECAUSE_TEXT } from '#domain/intake/boat/consignment-refusal.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import { api } from '#client/trpc.ts'
import { exactInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field } from '#ui/field.tsx'
import { Note } from '#ui/note.tsx'
import './boat.css'

type Held = Awaited<ReturnType<typeof api.boat.held.query>>[number]
type Decided = 'accepted' | 'declined' | 'gone' | undefined
const LEAST = 5

/** Sealed files of closed accounts and revoked phones, one by one, for the supervisor to decide. */
export function BoatHeld() {
  const t = useT('boat')
  const [held, setHeld] = useState<readonly Held[]>()
  const [decided, setDecided] = useState<Decided>()
  const look = useCallback(async () => {
    setHeld(await api.boat.held.query().catch(() => undefined))
  }, [])
  useEffect(() => void look(), [look])
  async function decide(id: string, accept: boolean, reason: string): Promise<void> {
    const { ok } = await api.boat.decide.mutate({ id, accept, reason })
    setDecided(ok ? (accept ? 'accepted' : 'declined') : 'gone')
    await look()
  }
  return (
    <main className="boat page">
      <h1 className="title">{t('held.title')}</h1>
      <p className="second">{t('held.about')}</p>
      {decided === undefined ? null : (
        <Note role="status" tone={decided === 'gone' ? 'warn' : 'plain'}>
          {t(`held.${decided}`)}
        </Note>
      )}
      {held?.length === 0 ? <EmptyState title={t('held.none')} /> : null}
      <ul className="boat-list">
        {(held ?? []).map((one) => (
          <HeldOne key={one.id} held={one} onDecide={decide} />
        ))}
      </ul>
    </main>
  )
}

type Props = {
  readonly held: Held
  readonly onDecide: (id: string, accept: boolean, reason: string) => Promise<void>
}

function HeldOne({ held, onDecide }: Props) {
  const t = useT('boat')
  const text = useText()
  const locale = useLocale()
  const [reason, setReason] = useState('')
  const short = reason.trim().length < LEAST ? t('held.short') : undefined
  const { summary } = held
  const kinds = Object.entries(summary.kinds ?? {}).map(([name, n]) => {
    const [service, kind = ''] = name.split('/')
    const known = ServiceId.safeParse(service).data
    const label = known && kindOf(known, kind)?.label
    return t('held.kind', { kind: label ? text(label) : kind, n })
  })
  return (
    <li>
      <b>{held.writer}</b>
      <span>{text(HELD_BECAUSE_TEXT[held.because])}</span>
      <span>
        {t('held.line', {
          cases: summary.cases,
          papers: summary.papers,
          made: exactInWit(summary.madeAt, locale),
        })}
      </span>
      {kinds.length > 0 ? <small>{kinds.join(', ')}</small> : null}
      <Field label={t('held.reason')} hint={t('held.reasonHint')}>
        <input
          className="input touch"
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <span className="boat-acts">
        <Button
          touch
          variant="primary"
          disabledBecause={short}
          onClick={() => void onDecide(held.id, true, reason)}
        >
          {t('held.accept')}
        </Button>
        <Button
          touch
          variant="danger"
          disabledBecause={short}
          onClick={() => void onDecide(held.id, false, reason)}
        >
          {t('held.decline')}
        </Button>
      </span>
    </li>
  )
}
