'use client'
import { useEffect, useState } from 'react'
import type { SecretPlace } from '#domain/case/secret-of.ts'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { faultWords } from './fault-words.ts'

type SecretProps = {
  readonly caseId: string
  readonly place: SecretPlace
  readonly label: string
  readonly shown: string | undefined
  readonly onShown: (value: string | undefined) => void
}

/** A full number stays on the screen this long, then it is masked again. */
const SHOWN_SECONDS = 60

/** One number in full, for a reason that goes on record. */
export function Secret({ caseId, place, label, shown, onShown }: SecretProps) {
  const t = useT('case')
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (shown === undefined) return
    const timer = setTimeout(() => onShown(undefined), SHOWN_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [shown, onShown])

  async function ask() {
    if (reason.trim().length < 5) return setError(t('secret.reasonShort'))
    setBusy(true)
    try {
      const answer = await api.case.reveal.mutate({ caseId, ...place, reason: reason.trim() })
      if (answer.ok) {
        onShown(answer.value)
        setOpen(false)
        setError('')
      } else setError(answer.why === 'quota' ? t('secret.quota', { n: answer.most }) : t('secret.notFound'))
    } catch (caught) {
      setError(faultWords(caught, t('action.noAnswer')))
    } finally {
      setBusy(false)
    }
  }

  if (shown !== undefined)
    return (
      <button type="button" className="reveal" onClick={() => onShown(undefined)}>
        {t('secret.hide')}
      </button>
    )
  return (
    <>
      <button type="button" className="reveal" onClick={() => setOpen(true)}>
        {t('secret.open')}
        <span className="vh"> {label}</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('secret.title', { field: label })}>
        <form
          className="case-form"
          onSubmit={(event) => {
            event.preventDefault()
            void ask()
          }}
        >
          <p>{t('secret.about', { n: SHOWN_SECONDS })}</p>
          <Field label={t('secret.reason')} hint={t('secret.reasonHint')} error={error}>
            <input
              className="input"
              value={reason}
              maxLength={200}
              autoFocus
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
          <div className="foot">
            <Button onClick={() => setOpen(false)}>{t('form.cancel')}</Button>
            <Button variant="primary" type="submit" disabledBecause={busy ? t('action.sending') : undefined}>
              {t('secret.show')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
