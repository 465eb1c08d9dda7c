import type { Fault } from '#domain/case/case-file.ts'

/** What tells one of several faults from the others: the same words may be said of two papers. */
export function faultKey({ code, ruleId, field, instruction }: Fault): string {
  return [code, ruleId, field, instruction].join(' ')
}
