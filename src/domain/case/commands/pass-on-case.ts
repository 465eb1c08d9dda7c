import { accept } from '#domain/shared/decision.ts'
import type { Decide } from '../rule.ts'

/** T14: the negeri cannot mend it and asks the applicant. It stays paused; its age towards expiry keeps counting. */
export const decidePassOn: Decide<'passOn'> = () => accept({ type: 'PassedOn' })
