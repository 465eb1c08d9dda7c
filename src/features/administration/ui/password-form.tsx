'use client'
import type { SyntheticEvent } from 'react'
import { useState } from 'react'
import { api } from '#client/trpc.ts'
import { LEAST_ALONE, LEAST_WITH_FACTOR } from '#domain/access/password-rule.ts'
import { DISTRICT_ROLES } from '#domain/access/role.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Note } from '#ui/note.tsx'
import { ScriptedForm } from '#ui/scripted-form.tsx'
import type { Me, OwnRefusal } from './api-answers.ts'
import { isAboutPassword, ownRefusalWords } from './own-refusal-words.ts'
import { useAsk } from './use-ask.ts'

/** The new password is typed once and can be looked at: typing it blind twice only teaches short ones. */
export function PasswordForm({ me, onDone }: { readonly me: Me; readonly onDone: () => void }) {
  const t = useT('account')
  const locale = useLocale()
  const { busy, trouble, ask } = useAsk()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [shown, setShown] = useState(false)
  const [refusal, setRefusal] = useState<OwnRefusal | undefined>()
  const [done, setDone] = useState(false)
  const least =
    me.enrolled || (DISTRICT_ROLES.includes(me.role) && !me.demo) ? LEAST_WITH_FACTOR : LEAST_ALONE
  const words = refusal && ownRefusalWords(t, locale, refusal)

  async function send(event: SyntheticEvent) {
    event.preventDefault()
    setRefusal(undefined)
    setDone(false)
    const answer = await ask(() => api.account.changePassword.mutate({ current, next }))
    if (!answer) return
    if (!answer.ok) return setRefusal(answer.refusal)
    setCurrent('')
    setNext('')
    setDone(true)
    onDone()
  }

  return (
    <ScriptedForm className="adm-form" onSubmit={(event) => void send(event)}>
      {/* For the browser's password store. */}
      <input
        className="vh"
        tabIndex={-1}
        aria-hidden="true"
        name="username"
        autoComplete="username"
        value={me.username}
        readOnly
      />
      <Field label={t('password.current')} error={refusal && isAboutPassword(refusal) ? words : undefined}>
        <input
          className="input"
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
          required
          maxLength={1000}
        />
      </Field>
      <Field
        label={t('password.next')}
        hint={t('password.hint', { n: least })}
        error={refusal && !isAboutPassword(refusal) ? words : undefined}
      >
        <input
          className="input"
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.target.value)}
          required
          maxLength={1000}
          spellCheck={false}
        />
      </Field>
      <label className="check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {t('password.show')}
      </label>
      {trouble ? (
        <Note tone="danger" role="alert">
          {trouble}
        </Note>
      ) : null}
      {done ? (
        <Note tone="accent" role="status">
          {t('password.changed')}
        </Note>
      ) : null}
      <div>
        <Button type="submit" variant={me.held === 'password' ? 'primary' : 'plain'} aria-busy={busy}>
          {t('password.change')}
        </Button>
      </div>
    </ScriptedForm>
  )
}
