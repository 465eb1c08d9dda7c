import type { ServiceId } from '#domain/shared/service-id.ts'
import { SERVICE_PLACE } from '#ui/service-place.ts'

/** The list behind a number: all open cases of a service (`saya`: of every service), narrowed as the number is. */
export function listOf(
  service: ServiceId | 'saya',
  narrowed: { readonly [name: string]: string } = {},
  view = 'semua',
): string {
  const place = service === 'saya' ? 'saya' : SERVICE_PLACE[service]
  const query = new URLSearchParams({ tampilan: view, ...narrowed })
  return `/antrean/${place}?${query.toString().replaceAll('%2C', ',')}`
}
