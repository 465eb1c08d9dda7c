import type { Refusal } from '#domain/case/refusal.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { Answers } from '#domain/service/answers.ts'
import type { DraftEntry, OutboxItem } from '#client/device/device-entry.ts'
import { hasRepairWords, repairWordsOf } from '#client/device/repair-words.ts'
import { foldDraft, mergeAnswers } from '#client/outbox/fold-draft.ts'
import { leavesTheSide } from '#client/outbox/lanes.ts'

/** Where the latest words are: at the Dinas, on this device only, or not even there yet. `full`: no room for them. */
export type Kept = 'dinas' | 'device' | 'page' | 'full'

export type DraftState = {
  /** As it will be when everything that waits is there. */
  readonly view: DraftView
  readonly answers: Answers
  readonly kept: Kept
  /** Answers in words to the faults of a returned case, by fault. */
  readonly repairWords: readonly string[]
  readonly refusal: Refusal | undefined
  /** Something failed at the Dinas: the number to quote when calling. */
  readonly faultNumber: string | undefined
  /** It was handed in on this device and waits for the Dinas. `fresh`: no attempt has left, it can be taken back. */
  readonly leaving: { readonly itemId: string; readonly at: number; readonly fresh: boolean } | undefined
}

type Known = {
  readonly entry: DraftEntry
  /** What of this form waits in the outbox. */
  readonly items: readonly OutboxItem[]
  /** Typed, and not on the disk yet. */
  readonly onPage: boolean
  readonly full: boolean
  /** Between the form's own entry and the outbox. */
  readonly posting: boolean
  readonly overruled: Refusal | undefined
}

/** The form as its screen shows it: what the Dinas told last, what waits over it, and what is being typed over that. */
export function draftState({ entry, items, onPage, full, posting, overruled }: Known): DraftState {
  const texts = items.flatMap((item) => (item.what === 'command' ? [item] : []))
  const view = texts.reduce((folded, item) => foldDraft(folded, item.command), entry.view)
  const leaves = items.find((item) => leavesTheSide(item) && item.trouble === undefined)
  const trouble = texts.find((item) => item.trouble !== undefined)?.trouble
  const typing = Object.keys(entry.unsent.changed).length > 0
  const here = texts.length > 0 || typing || posting || view.version === 0 || hasRepairWords(entry)
  return {
    view,
    answers: mergeAnswers(view.answers, entry.unsent.changed),
    kept: full ? 'full' : onPage ? 'page' : here ? 'device' : 'dinas',
    repairWords: repairWordsOf(entry),
    refusal: overruled ?? (trouble?.detail as Refusal | undefined),
    faultNumber: trouble?.why === 'fault' ? trouble.words : undefined,
    leaving: leaves && { itemId: leaves.id, at: leaves.putAt, fresh: leaves.triedAt === undefined },
  }
}
