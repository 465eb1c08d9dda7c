import * as z from 'zod/mini'
import type { RegionCode } from './region-code.ts'
import { regencyOf } from './region-code.ts'

export const SERVICES = ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'] as const

/** A service with a queue of its own. */
export const ServiceId = z.enum(SERVICES)
export type ServiceId = z.infer<typeof ServiceId>

/** A queue is one service of one kabupaten: `81.01/KK`. It numbers every change of its cases without a gap. */
export const QueueId = z.string().check(z.regex(/^\d{2}\.\d{2}\/(KK|AKTA_KELAHIRAN|SKPWNI)$/))
export type QueueId = z.infer<typeof QueueId>

/** The queue that a case of this service in this place belongs to. */
export function queueOf(place: RegionCode, service: ServiceId): QueueId {
  return `${regencyOf(place)}/${service}`
}
