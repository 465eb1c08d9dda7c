import type { RegionCode } from '#domain/shared/region-code.ts'
import type { Actor } from './actor.ts'

/** The clocks and integrations of one kabupaten, as an actor. Nobody's log-in; it sees what the Dinas sees. */
export function systemActor(regency: RegionCode): Actor {
  return { id: 'system', name: 'Sistem', role: 'SYSTEM', areas: [regency], services: [] }
}
