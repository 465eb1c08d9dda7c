import type { Role } from '#domain/access/role.ts'
import { ROLE_LABEL, ROLES } from '#domain/access/role.ts'
import type { Translate } from '#i18n/translate.ts'
import type { FormTokens } from './sign-in-form.tsx'
import { HiddenTokens } from './sign-in-form.tsx'

export type OfferedPerson = { readonly username: string; readonly name: string; readonly role: string }

type DemoPeopleProps = {
  readonly t: Translate
  readonly locale: 'id' | 'en'
  readonly tokens: FormTokens
  readonly people: readonly OfferedPerson[]
}

/** One click per role, in a demo only: the server refuses it anywhere else, whatever this page shows. */
export function DemoPeople({ t, locale, tokens, people }: DemoPeopleProps) {
  if (people.length === 0) return null
  const order = (person: OfferedPerson) => ROLES.indexOf(person.role as Role)
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demo.title')}</h2>
      <p className="second">{t('demo.about')}</p>
      <form method="post" action="/api/auth/callback/demo">
        <HiddenTokens {...tokens} />
        {people
          .toSorted((a, b) => order(a) - order(b))
          .map((person) => (
            <button
              key={person.username}
              className="btn"
              type="submit"
              name="username"
              value={person.username}
            >
              <b>{ROLE_LABEL[person.role as Role][locale]}</b>
              <span>{person.name}</span>
            </button>
          ))}
      </form>
    </section>
  )
}
