import type { Actor } from '#domain/access/actor.ts'
import type { Shell } from '#server/shell.ts'
import { findPeople, findPerson } from './people-sql.ts'
import type { PeopleQuery } from './person-input.ts'
import type { PersonAnswer, PersonView } from './person-view.ts'
import { personView, refused } from './person-view.ts'

const PAGE = 50

export type PeoplePage = { readonly people: readonly PersonView[]; readonly next: string | null }

/** People whose accounts this administrator keeps, fifty at a time. */
export async function listPeople(shell: Shell, actor: Actor, query: PeopleQuery): Promise<PeoplePage> {
  const rows = await findPeople(shell.pool, actor, {
    text: query.text ?? '',
    role: query.role ?? null,
    state: query.state ?? null,
    area: query.area ?? null,
    after: query.after ?? '',
    most: PAGE + 1,
  })
  const people = rows.slice(0, PAGE).map(personView)
  return { people, next: rows.length > PAGE ? (people.at(-1)?.username ?? null) : null }
}

export async function onePerson(shell: Shell, actor: Actor, personId: string): Promise<PersonAnswer> {
  const row = await findPerson(shell.pool, actor, personId)
  return row ? { ok: true, person: personView(row) } : refused('not-found')
}
