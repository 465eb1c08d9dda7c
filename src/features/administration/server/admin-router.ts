import * as z from 'zod/mini'
import { Uuid } from '#domain/shared/id.ts'
import type { Context } from '#server/trpc/trpc.ts'
import { forRoles, router } from '#server/trpc/trpc.ts'
import { createUser } from './create-user.ts'
import { listDevices, revokeDeviceOf } from './devices.ts'
import type { Admin } from './keep-person.ts'
import { listPeople, onePerson } from './list-people.ts'
import { changeUser, disableUser, enableUser, resetPassword, resetSecondFactor } from './person-acts.ts'
import { NewPerson, OnePerson, PeopleQuery, PersonChange } from './person-input.ts'
import { AuditSearch, searchAudit } from './search-audit.ts'
import { endSession, listSessions } from './sessions.ts'

const admin = forRoles('ADMIN')
/** A SHA-256: of a session's token, of a device's key. */
const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const as = ({
  shell,
  actor,
  origin,
}: Pick<Context, 'shell' | 'origin'> & { actor: Admin['actor'] }): Admin => ({ shell, actor, origin })

/** What administrators do: people, sessions, the record. No case decision is among it. */
export const adminRouter = router({
  users: admin.input(PeopleQuery).query(({ ctx, input }) => listPeople(ctx.shell, ctx.actor, input)),
  user: admin
    .input(z.strictObject({ personId: Uuid }))
    .query(({ ctx, input }) => onePerson(ctx.shell, ctx.actor, input.personId)),
  createUser: admin.input(NewPerson).mutation(({ ctx, input }) => createUser(as(ctx), input)),
  changeUser: admin.input(PersonChange).mutation(({ ctx, input }) => changeUser(as(ctx), input)),
  disableUser: admin.input(OnePerson).mutation(({ ctx, input }) => disableUser(as(ctx), input)),
  enableUser: admin.input(OnePerson).mutation(({ ctx, input }) => enableUser(as(ctx), input)),
  resetPassword: admin.input(OnePerson).mutation(({ ctx, input }) => resetPassword(as(ctx), input)),
  resetSecondFactor: admin.input(OnePerson).mutation(({ ctx, input }) => resetSecondFactor(as(ctx), input)),

  sessions: admin
    .input(z.strictObject({ personId: z.optional(Uuid) }))
    .query(({ ctx, input }) => listSessions(ctx.shell, ctx.actor, input.personId)),
  endSession: admin
    .input(z.strictObject({ sessionId: Hash }))
    .mutation(({ ctx, input }) => endSession(as(ctx), input.sessionId)),

  devices: admin.query(({ ctx }) => listDevices(ctx.shell, ctx.actor)),
  revokeDevice: admin
    .input(z.strictObject({ deviceId: Hash }))
    .mutation(({ ctx, input }) => revokeDeviceOf(as(ctx), input.deviceId)),

  // A mutation, because the search is an act on record and what is typed must not stand in an address.
  audit: admin.input(AuditSearch).mutation(({ ctx, input }) => searchAudit(as(ctx), input)),
})
