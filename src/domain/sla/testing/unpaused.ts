import type { QueueRow, RowClock } from '#domain/case/queue-row.ts'

/** The clock of a row that nothing has paused: its stage counts from its entry, its promise from the submission. */
export function unpaused({ stageAt, submittedAt }: Pick<QueueRow, 'stageAt' | 'submittedAt'>): RowClock {
  const roundAt = submittedAt ?? stageAt
  return {
    policy: 1,
    roundAt,
    stageFrom: stageAt,
    stageUsed: 0,
    promiseFrom: roundAt,
    promiseUsed: 0,
    lawPaused: 0,
  }
}
