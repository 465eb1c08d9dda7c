import * as z from 'zod/mini'
import { CommandEnvelope } from '#domain/case/command.ts'
import { Uuid } from '#domain/shared/id.ts'
import { OUTBOX_LIMIT, OUTBOX_SCHEMA } from './outbox-wire.ts'

/** Many commands of one person, in the order they were given. The same `commandId`s on every attempt. */
export const OutboxBatch = z.strictObject({
  schema: z.literal(OUTBOX_SCHEMA),
  personId: Uuid,
  items: z.array(CommandEnvelope).check(z.minLength(1), z.maxLength(OUTBOX_LIMIT.items)),
})
export type OutboxBatch = z.infer<typeof OutboxBatch>
