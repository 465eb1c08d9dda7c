'use client'
import type { SyntheticEvent } from 'react'
import { useState } from 'react'
import { Role, ROLE_LABEL, ROLES } from '#domain/access/role.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Note } from '#ui/note.tsx'
import { ScriptedForm } from '#ui/scripted-form.tsx'
import type { PersonRefusal, PersonView, Regions } from './api-answers.ts'
import { AreaPicker } from './area-picker.tsx'
import { personRefusalWords } from './person-refusal-words.ts'
import { ServicePicker } from './service-picker.tsx'

export type PersonDraft = {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly areas: readonly RegionCode[]
  readonly services: readonly ServiceId[]
}

type PersonFormProps = {
  /** Absent: a new person. */
  readonly person?: PersonView
  readonly regions: Regions
  readonly regency: RegionCode
  readonly busy: boolean
  readonly trouble: string | undefined
  readonly refusal: PersonRefusal | undefined
  readonly done?: boolean
  readonly onSend: (draft: PersonDraft) => void
}

const USERNAME = /^[a-z][a-z0-9._-]{2,39}$/
/** Whose work is a queue: only they can be limited to some services. */
const WORKS_A_QUEUE: readonly Role[] = ['OPERATOR', 'VERIFIER', 'SUPERVISOR']

export function PersonForm({
  person,
  regions,
  regency,
  busy,
  trouble,
  refusal,
  done,
  onSend,
}: PersonFormProps) {
  const t = useT('administration')
  const text = useText()
  const [username, setUsername] = useState('')
  const [name, setName] = useState(person?.name ?? '')
  const [role, setRole] = useState<Role>(person?.role ?? 'NEGERI_OFFICER')
  const [areas, setAreas] = useState<readonly RegionCode[]>(person?.areas ?? [])
  const [services, setServices] = useState<readonly ServiceId[]>(person?.services ?? [])
  const [sent, setSent] = useState(false)
  const isNew = person === undefined
  const wrong = {
    username: isNew && !USERNAME.test(username.trim().toLowerCase()),
    name: name.trim().length < 2,
    areas: areas.length === 0,
  }
  const refused = refusal && personRefusalWords(t, refusal)
  const aboutAreas = refusal?.why.startsWith('area-') ? refused : undefined
  const aboutUsername = refusal?.why === 'username-taken' ? refused : undefined

  function send(event: SyntheticEvent) {
    event.preventDefault()
    setSent(true)
    if (wrong.username || wrong.name || wrong.areas) return
    onSend({ username, name, role, areas, services: WORKS_A_QUEUE.includes(role) ? services : [] })
  }

  return (
    <ScriptedForm className="adm-form" onSubmit={send} noValidate>
      {isNew ? (
        <Field
          label={t('person.username')}
          hint={t('person.usernameHint')}
          error={sent && wrong.username ? t('error.username') : aboutUsername}
        >
          <input
            className="input"
            value={username}
            onChange={(event) => setUsername(event.target.value)}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
          />
        </Field>
      ) : null}
      <Field label={t('person.name')} error={sent && wrong.name ? t('error.name') : undefined}>
        <input
          className="input"
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="off"
          maxLength={100}
        />
      </Field>
      <Field label={t('person.role')}>
        <select className="input" value={role} onChange={(event) => setRole(Role.parse(event.target.value))}>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {text(ROLE_LABEL[one])}
            </option>
          ))}
        </select>
      </Field>
      <AreaPicker
        regions={regions}
        regency={regency}
        role={role}
        areas={areas}
        onChange={setAreas}
        error={sent && wrong.areas ? t('error.areas') : aboutAreas}
      />
      {WORKS_A_QUEUE.includes(role) ? <ServicePicker services={services} onChange={setServices} /> : null}
      {isNew ? null : <p className="why">{t('person.rightsNote')}</p>}
      {refused && !aboutAreas && !aboutUsername ? (
        <Note tone="danger" role="alert">
          {refused}
        </Note>
      ) : null}
      {trouble ? (
        <Note tone="danger" role="alert">
          {trouble}
        </Note>
      ) : null}
      {done ? (
        <Note tone="accent" role="status">
          {t('person.saved')}
        </Note>
      ) : null}
      <div>
        <Button type="submit" variant="primary" aria-busy={busy}>
          {isNew ? t('person.create') : t('person.save')}
        </Button>
      </div>
    </ScriptedForm>
  )
}
