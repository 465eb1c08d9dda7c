import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { auditAct } from '#server/audit/audit-read.ts'
import type { RequestOrigin } from '#server/auth/auth-shell.ts'
import { changePerson, endWithin } from '#server/auth/end-sessions.ts'
import { tellEverywhere, tellHere } from '#server/auth/session-news.ts'
import type { Shell } from '#server/shell.ts'
import { findPerson } from './people-sql.ts'
import type { OnePerson } from './person-input.ts'
import type { PersonAnswer, PersonView } from './person-view.ts'
import { personView, refused } from './person-view.ts'

export type Admin = { readonly shell: Shell; readonly actor: Actor; readonly origin: RequestOrigin }

/** What an act does to the locked person: columns to set, words for the record, and whether their sessions end. */
export type Act = {
  readonly action: string
  readonly set: { readonly [column: string]: unknown }
  readonly detail?: { readonly [key: string]: unknown }
  readonly endsSessions: boolean
}

/**
 * One act on one account, in one transaction: scope, version, change, record, and the end of the sessions that it
 * takes away. Two administrators at the same moment: the second is told that it changed meanwhile.
 */
export async function keepPerson(
  admin: Admin,
  which: OnePerson,
  decide: (person: PersonView, client: pg.PoolClient) => Act | PersonAnswer | Promise<Act | PersonAnswer>,
): Promise<PersonAnswer> {
  const { shell, actor, origin } = admin
  const answer = await changePerson(shell, async (client): Promise<PersonAnswer> => {
    const row = await findPerson(client, actor, which.personId, true)
    if (!row) return refused('not-found')
    if (row.rights_version !== which.seenVersion) return refused('changed-meanwhile')
    const act = await decide(personView(row), client)
    if ('ok' in act) return act
    await setColumns(client, row.id, act.set)
    if (act.endsSessions) await endWithin(shell, client, { personId: row.id }, actor.id)
    else await tellEverywhere(client, { kind: 'changed', personId: row.id })
    await auditAct(
      client,
      shell,
      actor,
      { action: act.action, subject: `person:${row.id}`, detail: act.detail ?? {} },
      origin,
    )
    const after = await findPerson(client, actor, row.id)
    return after ? { ok: true, person: personView(after) } : refused('not-found')
  })
  if (answer.ok) tellHere(shell.pool, { kind: 'changed', personId: answer.person.id })
  return answer
}

/** Columns by name from our own code only, never from an input. */
async function setColumns(client: pg.PoolClient, id: string, set: Act['set']): Promise<void> {
  const columns = Object.keys(set)
  const list = columns.map((column, index) => `${column} = $${index + 2}`)
  await client.query(
    `update person set ${[...list, 'rights_version = rights_version + 1'].join(', ')} where id = $1`,
    [id, ...columns.map((column) => set[column])],
  )
}
