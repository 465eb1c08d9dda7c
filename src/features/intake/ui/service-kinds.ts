import type { KindDefinition, ServiceDefinition } from '#domain/service/service-definition.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'

/** The rules of one service, fetched when it is chosen: a phone does not carry the other two. */
export async function loadService(service: ServiceId): Promise<ServiceDefinition> {
  switch (service) {
    case 'KK':
      return (await import('#domain/service/kartu-keluarga.ts')).KARTU_KELUARGA
    case 'AKTA_KELAHIRAN':
      return (await import('#domain/service/akta-kelahiran.ts')).AKTA_KELAHIRAN
    case 'SKPWNI':
      return (await import('#domain/service/skpwni.ts')).SKPWNI
  }
}

export async function loadKind(service: ServiceId, kindId: string): Promise<KindDefinition> {
  const kind = (await loadService(service)).kinds.find((one) => one.id === kindId)
  if (kind === undefined) throw new Error(`unknown kind ${kindId}`)
  return kind
}
