import type { Instant } from '#domain/shared/instant.ts'
import type { BirthTiming } from '#domain/service/akta-kelahiran/birth-timing.ts'
import { birthTiming } from '#domain/service/akta-kelahiran/birth-timing.ts'
import { dayIn } from '#domain/service/read-answers.ts'
import type { CaseFile } from './case-file.ts'
import { situationOf } from './form.ts'

/**
 * Whether a birth was reported in time, counted to the day of its first report and never asked. Undefined for other
 * services, and while the day of birth is not answered.
 */
export function birthTimingOf(caseFile: CaseFile, now: Instant): BirthTiming | undefined {
  if (caseFile.service !== 'AKTA_KELAHIRAN') return undefined
  const { answers, reportOn } = situationOf(caseFile, now)
  const born = dayIn(answers, 'birthDate')
  return born === undefined ? undefined : birthTiming(born, reportOn)
}
