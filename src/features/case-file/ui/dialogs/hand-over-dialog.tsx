'use client'
import { useEffect, useState } from 'react'
import { ROLE_LABEL } from '#domain/access/role.ts'
import type { Role } from '#domain/access/role.ts'
import { api } from '#client/trpc.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useDesk } from '../desk.ts'
import { faultWords } from '../fault-words.ts'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

type Colleague = { readonly id: string; readonly name: string; readonly role: Role; readonly holds: number }

/** Whoever holds the case gives it to a colleague, or back to whoever gave it, with a note that is read first. */
export function HandOverDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const text = useText()
  const { file, actor } = useDesk()
  const giver = file.handedOver?.to.id === actor.id ? file.handedOver.by.id : ''
  const [typed, setTyped] = useTyped(file.id, 'handOver', { to: giver, note: '' })
  const [people, setPeople] = useState<readonly Colleague[]>()
  const [failed, setFailed] = useState('')
  const noAnswer = t('action.noAnswer')
  useEffect(() => {
    api.case.colleagues
      .query({ caseId: file.id })
      .then(setPeople, (caught: unknown) => setFailed(faultWords(caught, noAnswer)))
  }, [file.id, file.stage, noAnswer])
  const note = typed.note.trim()
  const others = people?.filter((person) => person.id !== actor.id)
  const missing =
    typed.to === '' ? t('reassign.toMissing') : note.length < 3 ? t('work.noteMissing') : undefined
  return (
    <ActionForm
      command="handOver"
      onClose={onClose}
      missing={missing}
      build={() => (missing ? undefined : { type: 'handOver', toPersonId: typed.to, note })}
    >
      <fieldset>
        <legend>{t('reassign.to')}</legend>
        {failed ? <p role="alert">{failed}</p> : null}
        {others === undefined && !failed ? <Skeleton width="60%" height={20} /> : null}
        {(others ?? []).map((person) => (
          <label className="pick" key={person.id}>
            <input
              type="radio"
              name="to"
              checked={typed.to === person.id}
              onChange={() => setTyped((all) => ({ ...all, to: person.id }))}
            />
            <span>
              {person.name}{' '}
              <span className="muted">
                {t('reassign.person', { role: text(ROLE_LABEL[person.role]), n: person.holds })}
              </span>
            </span>
          </label>
        ))}
        {others?.length === 0 ? <p className="why">{t('reassign.none')}</p> : null}
      </fieldset>
      <Field label={t('work.note')} hint={t('work.noteHint')}>
        <textarea
          value={typed.note}
          maxLength={2000}
          onChange={(event) => setTyped((all) => ({ ...all, note: event.target.value }))}
        />
      </Field>
    </ActionForm>
  )
}
