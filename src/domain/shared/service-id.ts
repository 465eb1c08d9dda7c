import * as z from 'zod/mini'
import { SERVICES } from './services.ts'

/** A service with a queue of its own. */
export const ServiceId = z.enum(SERVICES)
export type ServiceId = z.infer<typeof ServiceId>

/** A queue is one service of one kabupaten: `81.01/KK`. It numbers every change of its cases without a gap. */
export const QueueId = z.string().check(z.regex(/^\d{2}\.\d{2}\/(KK|AKTA_KELAHIRAN|SKPWNI)$/))
export type QueueId = z.infer<typeof QueueId>

export { queueOf, SERVICES } from './services.ts' // there without the schema, for lists in a browser
