import type { Role } from '#domain/access/role.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'

/** Whom the shell shows. `about`: role and area, in words. */
export type ShellPerson = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly services: readonly ServiceId[]
  readonly about: string
}
