import type { Fault, RepairAnswer } from '#domain/case/case-file.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'

/** Faults whose repair cannot be seen yet. */
export function unmended(view: DraftView): readonly Fault[] {
  return (view.returned?.faults ?? []).filter((_, index) => !view.mended.includes(index))
}

/** How many faults are neither mended nor answered. */
export function openFaults(view: DraftView, words: readonly string[]): number {
  return (view.returned?.faults ?? []).filter(
    (_, index) => !view.mended.includes(index) && (words[index] ?? '').trim() === '',
  ).length
}

export function repairAnswers(words: readonly string[]): RepairAnswer[] {
  return words.flatMap((answer, fault) => (answer.trim() === '' ? [] : [{ fault, answer: answer.trim() }]))
}
