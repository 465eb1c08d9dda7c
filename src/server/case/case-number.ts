import type { CaseFile } from '#domain/case/case-file.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { serviceAt } from '#domain/service/catalogue.ts'
import type { UsedNumbers } from './lock-and-load.ts'

export type NextNumber = {
  readonly text: string
  readonly allotted: { readonly year: string; readonly number: number }
}

/** The case number that comes next in its queue: `AL-26-04117`, counted anew each year of WIT, without a gap. */
export function nextNumber(file: CaseFile, used: UsedNumbers, now: Instant): NextNumber {
  const year = localDateInWit(now).slice(2, 4)
  const number = (used[year] ?? 0) + 1
  const prefix = serviceAt(file.service).numberPrefix
  return { text: `${prefix}-${year}-${String(number).padStart(5, '0')}`, allotted: { year, number } }
}
