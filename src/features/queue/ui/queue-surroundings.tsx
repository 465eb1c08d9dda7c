import type { ReactNode } from 'react'
import type { Instant } from '#domain/shared/instant.ts'
import type { QueueSurroundings as Steady } from './queue-context.ts'
import { NowContext, QueueContext } from './queue-context.ts'

type QueueSurroundingsProps = { readonly value: Steady; readonly now: Instant; readonly children: ReactNode }

/** What the parts of a list share: what stays as it is, and apart from it the minute, so that a row is not drawn for it. */
export function QueueSurroundings({ value, now, children }: QueueSurroundingsProps) {
  return (
    <QueueContext value={value}>
      <NowContext value={now}>{children}</NowContext>
    </QueueContext>
  )
}
