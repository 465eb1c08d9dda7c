'use client'
import { useState } from 'react'
import { api } from '#client/trpc.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { useT } from '#i18n/messages-provider.tsx'
import type { PersonAnswer, PersonRefusal, PersonView, Regions, SessionsPage } from './api-answers.ts'
import { PersonActs } from './person-acts.tsx'
import type { PersonDraft } from './person-form.tsx'
import { PersonForm } from './person-form.tsx'
import { PersonTags } from './person-row.tsx'
import { SessionList } from './session-list.tsx'
import { useAsk } from './use-ask.ts'
import './administration.css'

type PersonScreenProps = {
  readonly person: PersonView
  readonly sessions: SessionsPage
  readonly regions: Regions
  readonly regency: RegionCode
  readonly now: number
  /** The administrator's own account is changed by another one. */
  readonly isYourself: boolean
}

export function PersonScreen({
  person: born,
  sessions,
  regions,
  regency,
  now,
  isYourself,
}: PersonScreenProps) {
  const t = useT('administration')
  const [person, setPerson] = useState(born)
  const [refusal, setRefusal] = useState<PersonRefusal | undefined>()
  const [done, setDone] = useState(false)
  const [ended, setEnded] = useState(false)
  const { busy, trouble, ask } = useAsk()

  function learn(answer: PersonAnswer | undefined) {
    if (answer?.ok !== true) return
    const { role, areas, services, disabledAt } = answer.person
    const rights = JSON.stringify([role, areas, services, disabledAt])
    if (rights !== JSON.stringify([person.role, person.areas, person.services, person.disabledAt]))
      setEnded(true)
    setPerson(answer.person)
  }

  async function save({ name, role, areas, services }: PersonDraft) {
    setRefusal(undefined)
    setDone(false)
    const change = {
      personId: person.id,
      seenVersion: person.version,
      name,
      role,
      areas: [...areas],
      services: [...services],
    }
    const answer = await ask(() => api.admin.changeUser.mutate(change))
    if (answer?.ok === false) setRefusal(answer.refusal)
    if (answer?.ok === true) setDone(true)
    learn(answer)
  }

  return (
    <main className="adm narrow">
      <p>
        <a href="/admin/pengguna">{t('person.back')}</a>
      </p>
      <header className="adm-head">
        <h1 className="title">{person.name}</h1>
        <PersonTags t={t} person={person} />
      </header>
      <p className="muted">{person.username}</p>
      <PersonForm
        person={person}
        regions={regions}
        regency={regency}
        busy={busy}
        trouble={trouble}
        refusal={refusal}
        done={done}
        onSend={(draft) => void save(draft)}
      />
      <section aria-labelledby="acts">
        <h2 className="title" id="acts">
          {t('person.acts')}
        </h2>
        <PersonActs person={person} isYourself={isYourself} onAnswer={learn} onEnded={() => setEnded(true)} />
      </section>
      <section aria-labelledby="sessions">
        <h2 className="title" id="sessions">
          {t('person.sessions')}
        </h2>
        <SessionList
          sessions={ended ? [] : sessions.sessions}
          now={now}
          end={(sessionId) => api.admin.endSession.mutate({ sessionId })}
        />
      </section>
    </main>
  )
}
