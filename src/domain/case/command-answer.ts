import type { Uuid } from '#domain/shared/id.ts'
import type { QueueRow } from './queue-row.ts'
import type { Refusal } from './refusal.ts'

/**
 * What a command came to. `ok`: it is committed and durable, `seq` is the queue's number of it and `row` what every
 * list shows now. `repeated`: this very command had been applied before, and nothing was done a second time.
 */
export type CommandAnswer =
  | {
      readonly ok: true
      readonly caseId: Uuid
      readonly version: number
      readonly seq: number
      readonly row: QueueRow
      readonly repeated: boolean
    }
  | { readonly ok: false; readonly refusal: Refusal }
