import { accept } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/** T17, Koreksi draf: the draft differs from the papers; the operator corrects it. No clock pauses. */
export const decideSendBack: Decide<'sendBack'> = (_caseFile, { reason }) =>
  accept({ type: 'SentBack', reason })
