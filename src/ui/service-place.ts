import type { ServiceId } from '#domain/shared/service-id.ts'

/** How a queue is written in an address: `/antrean/akta-kelahiran`. */
export const SERVICE_PLACE: { readonly [service in ServiceId]: string } = {
  KK: 'kk',
  AKTA_KELAHIRAN: 'akta-kelahiran',
  SKPWNI: 'skpwni',
}

/** The service that an address names, or nothing. */
export function serviceAt(place: string): ServiceId | undefined {
  return (Object.keys(SERVICE_PLACE) as ServiceId[]).find((service) => SERVICE_PLACE[service] === place)
}
