import { regencyOf } from './region-tree.ts'

export const SERVICES = ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'] as const

/** The queue that a case of this service in this place belongs to: `81.01/KK`. */
export function queueOf(place: string, service: (typeof SERVICES)[number]): string {
  return `${regencyOf(place)}/${service}`
}
