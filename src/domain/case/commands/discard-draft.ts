import { accept } from '#domain/shared/decision.ts'
import { refusedByOwner } from '../draft-side.ts'
import type { Decide, May } from '../rule.ts'

export const mayDiscard: May = refusedByOwner

/** T03, Buang: a draft that will not be sent. It never leaves its own side; its data is purged after 30 days. */
export const decideDiscard: Decide<'discard'> = () => accept({ type: 'Discarded' })
