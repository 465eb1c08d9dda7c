'use client'
import { ShieldCheck, ShieldOff } from 'lucide-react'
import type { SyntheticEvent } from 'react'
import { useState } from 'react'
import { api } from '#client/trpc.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Field } from '#ui/field.tsx'
import { Note } from '#ui/note.tsx'
import { ScriptedForm } from '#ui/scripted-form.tsx'
import type { FactorRefusal, Me, OwnRefusal } from './api-answers.ts'
import { EnrolStep } from './enrol-step.tsx'
import type { Enrolment } from './enrol-step.tsx'
import { ownRefusalWords } from './own-refusal-words.ts'
import { useAsk } from './use-ask.ts'

type Step = 'rest' | 'begin' | 'remove' | Enrolment

/** Setting up, moving to another phone, taking off: each begins with the password. */
export function SecondFactor({ me, onDone }: { readonly me: Me; readonly onDone: () => void }) {
  const t = useT('account')
  const locale = useLocale()
  const { busy, trouble, ask } = useAsk()
  const [step, setStep] = useState<Step>('rest')
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<OwnRefusal | FactorRefusal | undefined>()
  const [said, setSaid] = useState<string | undefined>()

  function rest(words?: string) {
    setStep('rest')
    setPassword('')
    setRefusal(undefined)
    setSaid(words)
    if (words) onDone()
  }

  async function send(event: SyntheticEvent) {
    event.preventDefault()
    setRefusal(undefined)
    if (step === 'remove') {
      const answer = await ask(() => api.account.removeSecondFactor.mutate({ password }))
      if (answer?.ok === true) rest(t('factor.removed'))
      if (answer?.ok === false) setRefusal(answer.refusal)
      return
    }
    const answer = await ask(() => api.account.beginSecondFactor.mutate({ password }))
    if (answer?.ok === true) setStep(answer)
    if (answer?.ok === false) setRefusal(answer.refusal)
  }

  if (typeof step === 'object')
    return <EnrolStep enrolment={step} onDone={() => rest(t('factor.done'))} onCancel={() => rest()} />
  return (
    <div className="adm-form">
      <p>
        {t('factor.about')}{' '}
        {me.enrolled ? (
          <Chip tone="accent" icon={<ShieldCheck className="ic s" aria-hidden />}>
            {t('factor.on')}
          </Chip>
        ) : (
          <Chip tone="line" icon={<ShieldOff className="ic s" aria-hidden />}>
            {t('factor.off')}
          </Chip>
        )}
      </p>
      {said ? (
        <Note tone="accent" role="status">
          {said}
        </Note>
      ) : null}
      {trouble ? (
        <Note tone="danger" role="alert">
          {trouble}
        </Note>
      ) : null}
      {step === 'rest' ? (
        <div className="act-row">
          <Button
            variant={me.held === 'second-factor' ? 'primary' : 'plain'}
            onClick={() => setStep('begin')}
          >
            {me.enrolled ? t('factor.replace') : t('factor.begin')}
          </Button>
          {me.enrolled ? (
            <Button variant="danger" onClick={() => setStep('remove')}>
              {t('factor.remove')}
            </Button>
          ) : null}
        </div>
      ) : (
        <ScriptedForm className="adm-form" onSubmit={(event) => void send(event)}>
          <Field label={t('factor.password')} error={refusal && ownRefusalWords(t, locale, refusal)}>
            <input
              className="input"
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              required
              maxLength={1000}
            />
          </Field>
          <div className="act-row">
            <Button type="submit" variant={step === 'remove' ? 'danger' : 'primary'} aria-busy={busy}>
              {step === 'remove' ? t('factor.remove') : t('factor.continue')}
            </Button>
            <Button onClick={() => rest()}>{t('factor.cancel')}</Button>
          </div>
        </ScriptedForm>
      )}
    </div>
  )
}
