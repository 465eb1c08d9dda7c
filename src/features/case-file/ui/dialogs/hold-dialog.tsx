'use client'
import { addDays, localDateInWit } from '#domain/shared/local-date.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { useDesk } from '../desk.ts'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

const READY = ['siak', 'signer', 'disaster', 'dispute'] as const

/** T31: on hold, with its reason and the day until which. The law's clock runs on. */
export function HoldDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const { file, now } = useDesk()
  const today = localDateInWit(now)
  const [typed, setTyped] = useTyped(file.id, 'hold', { reason: '', expectedOn: addDays(today, 1) })
  const reason = typed.reason.trim()
  const missing =
    reason.length < 5 ? t('act.reasonMissing') : typed.expectedOn < today ? t('hold.dateWrong') : undefined
  return (
    <ActionForm
      command="hold"
      onClose={onClose}
      missing={missing}
      build={() => (missing ? undefined : { type: 'hold', reason, expectedOn: typed.expectedOn })}
    >
      <p>{t('hold.about')}</p>
      <div className="ready" role="group" aria-label={t('hold.ready')}>
        {READY.map((one) => (
          <Button
            key={one}
            small
            onClick={() => setTyped((all) => ({ ...all, reason: t(`hold.because.${one}`) }))}
          >
            {t(`hold.because.${one}`)}
          </Button>
        ))}
      </div>
      <Field label={t('act.reason')}>
        <textarea
          value={typed.reason}
          maxLength={2000}
          autoFocus
          onChange={(event) => setTyped((all) => ({ ...all, reason: event.target.value }))}
        />
      </Field>
      <Field label={t('hold.until')}>
        <input
          className="input"
          type="date"
          min={today}
          value={typed.expectedOn}
          onChange={(event) => setTyped((all) => ({ ...all, expectedOn: event.target.value }))}
        />
      </Field>
    </ActionForm>
  )
}
