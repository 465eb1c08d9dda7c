import { accept } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/** T31, Lanjutkan: back to the stage that the hold found it in. */
export const decideResume: Decide<'resume'> = (_caseFile, { reason }) => accept({ type: 'Resumed', reason })
