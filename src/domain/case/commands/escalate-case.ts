import { accept, refuse } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/** T33, Eskalasi: one rung higher, each written once. A mark on the case, not a stage. */
export const decideEscalate: Decide<'escalate'> = (caseFile, { level, reason }) =>
  level > caseFile.escalation
    ? accept({ type: 'Escalated', level, ...(reason === undefined ? {} : { reason }) })
    : refuse({ why: 'nothing-changes' })
