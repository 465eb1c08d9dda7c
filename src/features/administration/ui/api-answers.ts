import type { api } from '#client/trpc.ts'

type Answer<Ask extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Ask>>

export type PeoplePage = Answer<typeof api.admin.users.query>
export type PersonView = PeoplePage['people'][number]
export type PersonAnswer = Answer<typeof api.admin.changeUser.mutate>
export type PersonRefusal = Extract<PersonAnswer, { ok: false }>['refusal']
export type SessionsPage = Answer<typeof api.admin.sessions.query>
export type SessionView = SessionsPage['sessions'][number]
export type DevicesPage = Answer<typeof api.admin.devices.query>
export type DeviceView = DevicesPage['devices'][number]
export type AuditPage = Answer<typeof api.admin.audit.mutate>
export type AuditRow = AuditPage['rows'][number]
export type Me = Answer<typeof api.account.me.query>
export type FactorRefusal = Extract<
  Answer<typeof api.account.finishSecondFactor.mutate>,
  { ok: false }
>['refusal']
export type OwnRefusal = Extract<Answer<typeof api.account.changePassword.mutate>, { ok: false }>['refusal']
/** `[code, name, level]` of every kecamatan and negeri of the administrator's kabupaten. */
export type Regions = Answer<typeof api.reference.regions.query>
