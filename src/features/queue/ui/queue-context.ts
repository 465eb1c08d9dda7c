import { createContext, use } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { Names } from './queue-question.ts'

/** What every cell of the list may need and no row carries. It does not change with the time: cells keep that by themselves. */
export type QueueSurroundings = {
  readonly me: Actor
  /** When the server drew the page. */
  readonly firstNow: Instant
  readonly names: Names
  /** One service: then the number drops its letters. */
  readonly single: boolean
}

export const QueueContext = createContext<QueueSurroundings | undefined>(undefined)

export function useQueueSurroundings(): QueueSurroundings {
  const found = use(QueueContext)
  if (!found) throw new Error('outside the queue')
  return found
}

/** The present minute of the screen, for what is opened beside the rows. */
export const NowContext = createContext<Instant>(0)

export function useQueueNow(): Instant {
  return use(NowContext)
}
