import type { AnswerValue } from './answers.ts'

/** Do two answers say the same? Lines are compared in order, their columns in any. */
export function sameAnswer(one: AnswerValue | null, other: AnswerValue | null): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((row, index) => sameRow(row, other[index] ?? {}))
}

function sameRow(
  one: { readonly [column: string]: unknown },
  other: { readonly [column: string]: unknown },
): boolean {
  const columns = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...columns].every((column) => one[column] === other[column])
}
