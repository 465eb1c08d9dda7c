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

/** T32: a supervisor gives the case to someone else, or back to all. Both people are told. */
export function ReassignDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('case')
  const text = useText()
  const { file } = useDesk()
  const [typed, setTyped] = useTyped(file.id, 'reassign', { to: '', reason: '' })
  const [people, setPeople] = useState<readonly Colleague[]>()
  const [failed, setFailed] = useState('')
  const noAnswer = t('action.noAnswer')
  useEffect(() => {
    api.case.colleagues
      .query({ caseId: file.id })
      .then(setPeople, (caught: unknown) => setFailed(faultWords(caught, noAnswer)))
  }, [file.id, file.stage, noAnswer])
  const reason = typed.reason.trim()
  const missing =
    typed.to === '' ? t('reassign.toMissing') : reason.length < 5 ? t('act.reasonMissing') : undefined
  return (
    <ActionForm
      command="reassign"
      onClose={onClose}
      missing={missing}
      build={() =>
        missing
          ? undefined
          : { type: 'reassign', reason, ...(typed.to === 'nobody' ? {} : { toPersonId: typed.to }) }
      }
    >
      <p>{file.holder ? t('reassign.held', { name: file.holder.name }) : t('reassign.free')}</p>
      <fieldset>
        <legend className="vh">{t('reassign.to')}</legend>
        {failed ? <p role="alert">{failed}</p> : null}
        {people === undefined && !failed ? <Skeleton width="60%" height={20} /> : null}
        {(people ?? [])
          .filter((person) => person.id !== file.holder?.id)
          .map((person) => (
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
        {file.holder ? (
          <label className="pick">
            <input
              type="radio"
              name="to"
              checked={typed.to === 'nobody'}
              onChange={() => setTyped((all) => ({ ...all, to: 'nobody' }))}
            />
            {t('reassign.nobody')}
          </label>
        ) : null}
        {people?.length === 0 ? <p className="why">{t('reassign.none')}</p> : null}
      </fieldset>
      <Field label={t('act.reason')}>
        <textarea
          value={typed.reason}
          maxLength={2000}
          onChange={(event) => setTyped((all) => ({ ...all, reason: event.target.value }))}
        />
      </Field>
    </ActionForm>
  )
}
