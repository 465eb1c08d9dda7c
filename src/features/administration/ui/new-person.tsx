'use client'
import { useState } from 'react'
import { api } from '#client/trpc.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { useT } from '#i18n/messages-provider.tsx'
import type { PersonRefusal, PersonView, Regions } from './api-answers.ts'
import { OneTimePassword } from './one-time-password.tsx'
import type { PersonDraft } from './person-form.tsx'
import { PersonForm } from './person-form.tsx'
import { useAsk } from './use-ask.ts'
import './administration.css'

type NewPersonProps = { readonly regions: Regions; readonly regency: RegionCode }

export function NewPerson({ regions, regency }: NewPersonProps) {
  const t = useT('administration')
  const { busy, trouble, ask } = useAsk()
  const [refusal, setRefusal] = useState<PersonRefusal | undefined>()
  const [made, setMade] = useState<{ readonly person: PersonView; readonly password: string } | undefined>()

  async function create({ areas, services, ...draft }: PersonDraft) {
    setRefusal(undefined)
    const answer = await ask(() =>
      api.admin.createUser.mutate({ ...draft, areas: [...areas], services: [...services] }),
    )
    if (!answer) return
    if (answer.ok) setMade({ person: answer.person, password: answer.oneTimePassword ?? '' })
    else setRefusal(answer.refusal)
  }

  return (
    <main className="adm narrow">
      <p>
        <a href="/admin/pengguna">{t('person.back')}</a>
      </p>
      <h1 className="title">{made ? made.person.name : t('person.new')}</h1>
      {made ? (
        <>
          <OneTimePassword username={made.person.username} password={made.password} />
          <p>
            <a className="btn" href={`/admin/pengguna/${made.person.id}`}>
              {made.person.username}
            </a>
          </p>
        </>
      ) : (
        <PersonForm
          regions={regions}
          regency={regency}
          busy={busy}
          trouble={trouble}
          refusal={refusal}
          onSend={(draft) => void create(draft)}
        />
      )}
    </main>
  )
}
