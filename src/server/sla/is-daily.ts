import { DAILY_FROM } from '#domain/sla/told-of-rung.ts'

/** Is a digest a day soon enough for this line? As SQL. The level of a reminder is its day, and no rung. */
export function isDaily(line: string): string {
  return `(${line}.level >= ${DAILY_FROM} and ${line}.clock <> 'reminder')`
}
