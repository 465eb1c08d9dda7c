import { accept, refuse } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/** T09, the reminders before it: a returned case is reminded of on some days, each once, and stays where it is. */
export const decideRemind: Decide<'remind'> = ({ returned }, { day }) =>
  day > (returned?.remindedDay ?? 0) ? accept({ type: 'Reminded', day }) : refuse({ why: 'nothing-changes' })
