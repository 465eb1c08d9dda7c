import { Role } from '#domain/access/role.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import type { PersonRow } from './people-sql.ts'

/** A person as the administration shows them: never a password hash or a secret. */
export type PersonView = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly areas: readonly string[]
  readonly services: readonly ServiceId[]
  readonly demo: boolean
  readonly disabledAt: number | null
  readonly mustChangePassword: boolean
  readonly enrolled: boolean
  /** What a change must name, so that two administrators do not undo each other unseen. */
  readonly version: number
  readonly lastSeenAt: number | null
}

export function personView(row: PersonRow): PersonView {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    role: Role.parse(row.role),
    areas: row.areas,
    services: row.services.map((service) => ServiceId.parse(service)),
    demo: row.demo,
    disabledAt: row.disabled_at?.getTime() ?? null,
    mustChangePassword: row.must_change_password,
    enrolled: row.enrolled,
    version: row.rights_version,
    lastSeenAt: row.last_seen_at?.getTime() ?? null,
  }
}

/** Why an administrator's act was not done: a value, as for a case. */
export type PersonRefusal =
  | { readonly why: 'not-found' } // does not exist, or lies outside your area: the same answer
  | { readonly why: 'username-taken' }
  | { readonly why: 'yourself' }
  | { readonly why: 'area-outside' }
  | { readonly why: 'area-unknown'; readonly area: string }
  | { readonly why: 'area-not-negeri' }
  | { readonly why: 'changed-meanwhile' }
  | { readonly why: 'nothing-changes' }

export type PersonAnswer =
  | { readonly ok: true; readonly person: PersonView; readonly oneTimePassword?: string }
  | { readonly ok: false; readonly refusal: PersonRefusal }

export const refused = (why: Exclude<PersonRefusal['why'], 'area-unknown'>): PersonAnswer => ({
  ok: false,
  refusal: { why },
})
