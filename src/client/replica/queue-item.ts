import type { QueueRow } from '#domain/case/queue-row.ts'
import { isOpen } from '#domain/case/stage.ts'
import type { StageTime } from '#domain/sla/stage-time.ts'
import { stageTimeOf } from '#domain/sla/stage-time.ts'
import { clockwork } from '#client/time-rules.ts'

/** A row with what the list derives from it once, when it is learned, and not at every look. */
export type QueueItem = {
  readonly row: QueueRow
  readonly open: boolean
  readonly kecamatan: string
  /** Lower case without accents: what a search looks into. */
  readonly search: string
  readonly time: StageTime
  /** Orders by the time left: what runs by its due moment, then stopped by an outage, paused, held, without a clock, issued. */
  readonly urgency: number
}

const RANK = { runs: 0.5, jeda: 1, tahan: 2, none: 3, terbit: 4 } as const

const ASCII = /^[\u0020-\u007e]*$/

export function plain(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase() // nearly every name, and there are 50,000
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

export function itemOf(row: QueueRow): QueueItem {
  const time = stageTimeOf(row, clockwork())
  return {
    row,
    open: isOpen(row.stage),
    kecamatan: row.negeri.slice(0, 8),
    search: plain(`${row.applicant} ${row.number ?? ''}`),
    time,
    urgency:
      Number.isFinite(time.dueAt) && time.kind === 'runs' ? time.dueAt : RANK[time.kind] * 1e14 + row.stageAt,
  }
}
