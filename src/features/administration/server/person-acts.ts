import { areasFit, mayManage } from '#domain/access/may-manage.ts'
import { hashPassword, oneTimePassword } from '#server/auth/password.ts'
import type { Act, Admin } from './keep-person.ts'
import { keepPerson } from './keep-person.ts'
import { unknownArea } from './known-areas.ts'
import type { OnePerson, PersonChange } from './person-input.ts'
import type { PersonAnswer, PersonView } from './person-view.ts'
import { refused } from './person-view.ts'

/** Name, role, area, services. Everything but the name takes the open sessions away: rights are read at the door. */
export function changeUser(admin: Admin, change: PersonChange): Promise<PersonAnswer> {
  return keepPerson(admin, change, async (person, client) => {
    const after = {
      name: change.name ?? person.name,
      role: change.role ?? person.role,
      areas: change.areas ?? person.areas,
      services: change.services ?? person.services,
    }
    const rights =
      JSON.stringify([after.role, after.areas, after.services]) !==
      JSON.stringify([person.role, person.areas, person.services])
    if (!rights && after.name === person.name) return refused('nothing-changes')
    if (rights && person.id === admin.actor.id) return refused('yourself')
    if (!mayManage(admin.actor, after.areas)) return refused('area-outside')
    if (!areasFit(after.role, after.areas)) return refused('area-not-negeri')
    const unknown = await unknownArea(client, after.areas)
    if (unknown !== undefined) return { ok: false, refusal: { why: 'area-unknown', area: unknown } }
    return {
      action: 'person.change',
      set: after,
      detail: { from: rightsOf(person), to: rightsOf(after), renamed: after.name !== person.name },
      endsSessions: rights,
    }
  })
}

const rightsOf = ({ role, areas, services }: Pick<PersonView, 'role' | 'areas' | 'services'>) => ({
  role,
  areas,
  services,
})

export function disableUser(admin: Admin, which: OnePerson): Promise<PersonAnswer> {
  return keepPerson(admin, which, (person): Act | PersonAnswer => {
    if (person.id === admin.actor.id) return refused('yourself')
    if (person.disabledAt !== null) return refused('nothing-changes')
    return {
      action: 'person.disable',
      set: { disabled_at: new Date(admin.shell.clock()) },
      endsSessions: true,
    }
  })
}

export function enableUser(admin: Admin, which: OnePerson): Promise<PersonAnswer> {
  return keepPerson(admin, which, (person): Act | PersonAnswer =>
    person.disabledAt === null
      ? refused('nothing-changes')
      : { action: 'person.enable', set: { disabled_at: null }, endsSessions: true },
  )
}

/** A password to be read out once; it must be changed at the next sign-in and is worth nothing after three days. */
export async function resetPassword(admin: Admin, which: OnePerson): Promise<PersonAnswer> {
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  const answer = await keepPerson(admin, which, (person): Act | PersonAnswer => {
    if (person.id === admin.actor.id) return refused('yourself')
    const set = {
      password_hash: passwordHash,
      password_set_at: new Date(admin.shell.clock()),
      must_change_password: true,
    }
    return { action: 'person.resetPassword', set, endsSessions: true }
  })
  return answer.ok ? { ...answer, oneTimePassword: password } : answer
}

/** For a lost phone. The next sign-in of a Dinas role leads to setting up a new one. */
export function resetSecondFactor(admin: Admin, which: OnePerson): Promise<PersonAnswer> {
  return keepPerson(admin, which, (person): Act | PersonAnswer => {
    if (person.id === admin.actor.id) return refused('yourself')
    if (!person.enrolled) return refused('nothing-changes')
    return {
      action: 'person.resetSecondFactor',
      set: { totp_secret: null, totp_last_step: null },
      endsSessions: true,
    }
  })
}
