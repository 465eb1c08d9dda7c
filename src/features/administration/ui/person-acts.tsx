'use client'
import { useState } from 'react'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Note } from '#ui/note.tsx'
import type { PersonAnswer, PersonView } from './api-answers.ts'
import { OneTimePassword } from './one-time-password.tsx'
import { personRefusalWords } from './person-refusal-words.ts'
import { useAsk } from './use-ask.ts'

type Act = 'resetPassword' | 'resetSecondFactor' | 'disable'

type PersonActsProps = {
  readonly person: PersonView
  readonly isYourself: boolean
  readonly onAnswer: (answer: PersonAnswer) => void
  readonly onEnded: () => void
}

/** Acts that end sessions are asked twice: they cannot be undone for the person at the other desk. */
export function PersonActs({ person, isYourself, onAnswer, onEnded }: PersonActsProps) {
  const t = useT('administration')
  const { busy, trouble, ask } = useAsk()
  const [asked, setAsked] = useState<Act | undefined>()
  const [refused, setRefused] = useState<string | undefined>()
  const [password, setPassword] = useState<string | undefined>()
  const which = { personId: person.id, seenVersion: person.version }
  const off = isYourself ? t('act.yourself') : undefined

  async function act(question: () => Promise<PersonAnswer>) {
    setRefused(undefined)
    setPassword(undefined)
    const answer = await ask(question)
    setAsked(undefined)
    if (!answer) return
    onAnswer(answer)
    if (!answer.ok) return setRefused(personRefusalWords(t, answer.refusal))
    setPassword(answer.oneTimePassword)
    onEnded()
  }

  const questions = {
    resetPassword: () => api.admin.resetPassword.mutate(which),
    resetSecondFactor: () => api.admin.resetSecondFactor.mutate(which),
    disable: () => api.admin.disableUser.mutate(which),
  }
  return (
    <div className="acts">
      {password === undefined ? null : <OneTimePassword username={person.username} password={password} />}
      {(refused ?? trouble) ? (
        <Note tone="danger" role="alert">
          {refused ?? trouble}
        </Note>
      ) : null}
      <div className="act-row">
        <Button disabledBecause={off} onClick={() => setAsked('resetPassword')}>
          {t('act.resetPassword')}
        </Button>
        <Button
          disabledBecause={off ?? (person.enrolled ? undefined : t('act.resetSecondFactorOff'))}
          onClick={() => setAsked('resetSecondFactor')}
        >
          {t('act.resetSecondFactor')}
        </Button>
        {person.disabledAt === null ? (
          <Button variant="danger" disabledBecause={off} onClick={() => setAsked('disable')}>
            {t('act.disable')}
          </Button>
        ) : (
          <Button onClick={() => void act(() => api.admin.enableUser.mutate(which))}>
            {t('act.enable')}
          </Button>
        )}
      </div>
      <Dialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={person.name}
        footer={
          asked === undefined ? null : (
            <>
              <Button onClick={() => setAsked(undefined)}>{t('cancel')}</Button>
              <Button
                variant={asked === 'disable' ? 'danger' : 'primary'}
                aria-busy={busy}
                onClick={() => void act(questions[asked])}
              >
                {t(`act.${asked}Do`)}
              </Button>
            </>
          )
        }
      >
        {asked === undefined ? null : <p>{t(`act.${asked}Ask`)}</p>}
      </Dialog>
    </div>
  )
}
