'use client'
import type { SyntheticEvent } from 'react'
import { useState } from 'react'
import { api } from '#client/trpc.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Note } from '#ui/note.tsx'
import { ScriptedForm } from '#ui/scripted-form.tsx'
import type { FactorRefusal } from './api-answers.ts'
import { ownRefusalWords } from './own-refusal-words.ts'
import { useAsk } from './use-ask.ts'

export type Enrolment = { readonly secret: string; readonly qrSvg: string; readonly ticket: string }

type EnrolStepProps = {
  readonly enrolment: Enrolment
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Scan or type the key, then prove it with a code. Nothing is stored before that. */
export function EnrolStep({ enrolment, onDone, onCancel }: EnrolStepProps) {
  const t = useT('account')
  const locale = useLocale()
  const { busy, trouble, ask } = useAsk()
  const [code, setCode] = useState('')
  const [refusal, setRefusal] = useState<FactorRefusal | undefined>()

  async function send(event: SyntheticEvent) {
    event.preventDefault()
    setRefusal(undefined)
    const answer = await ask(() => api.account.finishSecondFactor.mutate({ ticket: enrolment.ticket, code }))
    if (answer?.ok === true) onDone()
    if (answer?.ok === false) setRefusal(answer.refusal)
  }

  return (
    <ScriptedForm className="adm-form enrol" onSubmit={(event) => void send(event)}>
      <p>{t('factor.scan')}</p>
      <img
        className="qr"
        alt={t('factor.qr')}
        width={208}
        height={208}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qrSvg)}`}
      />
      <p className="second">
        {t('factor.secret')}
        <br />
        <code className="secret">{enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Field label={t('factor.code')} error={refusal && ownRefusalWords(t, locale, refusal)}>
        <input
          className="input code"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]{6,7}"
          maxLength={7}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          required
        />
      </Field>
      {trouble ? (
        <Note tone="danger" role="alert">
          {trouble}
        </Note>
      ) : null}
      <div className="act-row">
        <Button type="submit" variant="primary" aria-busy={busy}>
          {t('factor.finish')}
        </Button>
        <Button onClick={onCancel}>{t('factor.cancel')}</Button>
      </div>
    </ScriptedForm>
  )
}
