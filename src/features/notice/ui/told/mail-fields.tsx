'use client'
import type { SyntheticEvent } from 'react'
import { useState } from 'react'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Note } from '#ui/note.tsx'

type MailFieldsProps = {
  readonly mail: {
    readonly offered: boolean
    readonly address: string | null
    readonly asked: string | null
    readonly failure: string | null
  }
  readonly onChange: () => void
}

/** Where mail goes: an address that has answered with a code. */
export function MailFields({ mail, onChange }: MailFieldsProps) {
  const t = useT('told')
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const [editing, setEditing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<string>()

  async function send(act: () => Promise<{ readonly ok: boolean; readonly why?: string }>) {
    setBusy(true)
    setWhy(undefined)
    const answer = await act().catch(() => ({ ok: false, why: 'no-answer' }))
    setBusy(false)
    if (!answer.ok) return setWhy(answer.why)
    setEditing(false)
    setCode('')
    onChange()
  }
  const ask = (event: SyntheticEvent) => {
    event.preventDefault()
    void send(() => api.notice.askForMail.mutate({ address: address.trim() }))
  }
  const confirm = (event: SyntheticEvent) => {
    event.preventDefault()
    void send(() => api.notice.confirmMail.mutate({ code }))
  }

  if (!mail.offered)
    return (
      <div className="told-block">
        <h3>{t('mail.title')}</h3>
        <p className="hint">{t('mail.notSetUpLong')}</p>
      </div>
    )
  const form = editing || (mail.address === null && mail.asked === null)
  return (
    <div className="told-block">
      <h3>{t('mail.title')}</h3>
      {mail.address === null ? null : (
        <p>
          <b>{mail.address}</b>{' '}
          {editing ? null : (
            <>
              <Button small variant="quiet" onClick={() => setEditing(true)}>
                {t('mail.change')}
              </Button>
              <Button small variant="quiet" onClick={() => void send(() => api.notice.dropMail.mutate())}>
                {t('mail.drop')}
              </Button>
            </>
          )}
        </p>
      )}
      {mail.failure === null ? null : <Note tone="warn">{t('mail.failure', { why: mail.failure })}</Note>}
      {mail.asked === null || form ? null : (
        <form onSubmit={confirm} className="told-form">
          <Field
            label={t('mail.code')}
            hint={t('mail.codeSent', { address: mail.asked })}
            error={why ? t(`refused.${why}`) : undefined}
          >
            <input
              className="input"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          </Field>
          <div className="told-acts">
            <Button
              type="submit"
              variant="primary"
              disabledBecause={/^\d{3}\s?\d{3}$/.test(code.trim()) ? undefined : t('mail.codeShort')}
            >
              {t('mail.confirm')}
            </Button>
            <Button variant="quiet" onClick={() => setEditing(true)}>
              {t('mail.other')}
            </Button>
          </div>
        </form>
      )}
      {form ? (
        <form onSubmit={ask} className="told-form">
          <Field
            label={t('mail.address')}
            hint={t('mail.hint')}
            error={why ? t(`refused.${why}`) : undefined}
          >
            <input
              className="input"
              type="email"
              autoComplete="email"
              maxLength={254}
              value={address}
              onChange={({ target }) => setAddress(target.value)}
            />
          </Field>
          <Button
            type="submit"
            disabledBecause={busy ? t('mail.sending') : address.includes('@') ? undefined : t('mail.empty')}
          >
            {t('mail.ask')}
          </Button>
        </form>
      ) : null}
    </div>
  )
}
