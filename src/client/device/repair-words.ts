import type { DraftEntry, OutboxItem } from './device-entry.ts'

/** Answers in words to the faults of the present return; those to an earlier one are no answers to this. */
export function repairWordsOf({ repairWords, view }: DraftEntry): readonly string[] {
  return repairWords !== undefined && repairWords.returnedAt === view.returned?.at ? repairWords.words : []
}

export const hasRepairWords = (entry: DraftEntry): boolean =>
  repairWordsOf(entry).some((words) => words.trim() !== '')

export function withRepairWord(entry: DraftEntry, fault: number, text: string): DraftEntry {
  const { returned } = entry.view
  if (returned === null) return entry
  const before = repairWordsOf(entry)
  const words = Array.from({ length: Math.max(before.length, fault + 1) }, (_, index) => before[index] ?? '')
  words[fault] = text
  return { ...entry, repairWords: { returnedAt: returned.at, words } }
}

export function withoutRepairWords({ repairWords: _words, ...entry }: DraftEntry): DraftEntry {
  return entry
}

/** The act that carries them to the Dinas. */
export const answersFaults = (item: OutboxItem): boolean =>
  item.what === 'command' && (item.command.type === 'repair' || item.command.type === 'resubmit')
