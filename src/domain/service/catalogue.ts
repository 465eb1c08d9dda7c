import type { ServiceId } from '#domain/shared/service-id.ts'
import { AKTA_KELAHIRAN } from './akta-kelahiran.ts'
import { KARTU_KELUARGA } from './kartu-keluarga.ts'
import type { KindDefinition, ServiceDefinition } from './service-definition.ts'
import { SKPWNI } from './skpwni.ts'

/** The services as they are offered today. */
export const SERVICE_DEFINITIONS: Record<ServiceId, ServiceDefinition> = {
  KK: KARTU_KELUARGA,
  AKTA_KELAHIRAN,
  SKPWNI,
}

/**
 * Earlier rules, newest first. When the rules of a service change, its old definition is put here under its own
 * version before `version` is raised, so that a case is judged to its end by the rules of its submission.
 */
const EARLIER: Record<ServiceId, readonly ServiceDefinition[]> = { KK: [], AKTA_KELAHIRAN: [], SKPWNI: [] }

/** The rules of a service at a version (`CaseFile.ruleVersion`); without a version, and for a draft, today's. */
export function serviceAt(service: ServiceId, version?: number): ServiceDefinition {
  const today = SERVICE_DEFINITIONS[service]
  return EARLIER[service].find((one) => one.version === version) ?? today
}

/** One kind of a service, by the rules of a version. Undefined: this service never had such a kind. */
export function kindOf(service: ServiceId, kindId: string, version?: number): KindDefinition | undefined {
  return serviceAt(service, version).kinds.find((kind) => kind.id === kindId)
}

/** Every kind of every service, in the order of the catalogue. */
export const ALL_KINDS: readonly KindDefinition[] = Object.values(SERVICE_DEFINITIONS).flatMap(
  (service) => service.kinds,
)
