import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Role } from './role.ts'

/**
 * Whoever acts, as the server knows them at this request: never taken from the client.
 * `areas` are region prefixes (area rights); `services` the queues they work in, empty = all three.
 */
export type Actor = {
  readonly id: string
  readonly name: string
  readonly role: Role | 'SYSTEM'
  readonly areas: readonly RegionCode[]
  readonly services: readonly ServiceId[]
}
