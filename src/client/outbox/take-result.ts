import type { CaseCommand } from '#domain/case/command.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { ItemResult } from '#domain/intake/outbox-wire.ts'
import type {
  DraftEntry,
  OutboxItem,
  PaperEntry,
  PaperItem,
  SentEntry,
  Trouble,
} from '#client/device/device-entry.ts'
import type { Change } from '#client/device/device-store.ts'
import { answersFaults, withoutRepairWords } from '#client/device/repair-words.ts'
import { sameAnswer } from '#domain/service/same-answer.ts'
import { commandOf } from './command-of.ts'
import { foldDraft } from './fold-draft.ts'
import { leavesTheSide } from './lanes.ts'

export type Known = {
  readonly draft: DraftEntry | undefined
  readonly paper: PaperEntry | undefined
  readonly sentBefore: SentEntry | undefined
}

/**
 * What the Dinas' answer to one item changes on the device. Only an acknowledgement takes it out, and a photo goes
 * only when the case holds this very hash. Anything else stays where it is, in trouble or to be tried again.
 */
export function takeResult(
  item: OutboxItem,
  result: ItemResult,
  known: Known,
  now: number,
): readonly Change[] {
  const trouble = (why: string, detail?: unknown): readonly Change[] => [
    { keep: { ...item, trouble: troubleOf(why, now, detail) } },
  ]
  switch (result.result) {
    case 'waits':
    case 'fault':
      return []
    case 'bad-input':
    case 'too-old':
      return trouble(result.result)
    case 'refused':
      if (item.what === 'paper' && result.refusal.why === 'file-not-ready') return sendAnew(item)
      return trouble(result.refusal.why, result.refusal)
    case 'kept':
      return [...letGo(item), sentOf(item, 'kept', known.sentBefore, now), ...answersGone(item, known)]
    case 'done':
      if (item.what === 'paper' && result.sha256 !== item.sha256) return trouble('hash-differs')
      return [
        ...letGo(item),
        sentOf(item, 'done', known.sentBefore, now, result.number),
        ...draftAfter(item, result.version, known),
      ]
  }
}

export function troubleOf(why: string, at: number, detail?: unknown, words?: string): Trouble {
  return { why, at, ...(words === undefined ? {} : { words }), ...(detail === undefined ? {} : { detail }) }
}

/** The Dinas lost what it had of the file (a restored backup): the same paper is sent from its beginning. */
function sendAnew({ stored: _stored, uploadUrl: _url, ...item }: PaperItem): readonly Change[] {
  return [{ keep: item }]
}

function letGo(item: OutboxItem): readonly Change[] {
  const gone: Change = { drop: 'item', id: item.id }
  return item.what === 'paper' ? [gone, { drop: 'paper', id: item.paperId }] : [gone]
}

/** The Dinas keeps them as a proposal: they wait here no more. */
function answersGone(item: OutboxItem, { draft }: Known): readonly Change[] {
  return draft?.repairWords !== undefined && answersFaults(item) ? [{ keep: withoutRepairWords(draft) }] : []
}

function sentOf(
  item: OutboxItem,
  outcome: SentEntry['outcome'],
  before: SentEntry | undefined,
  now: number,
  number: string | null = null,
): Change {
  const { caseId, about } = item
  return {
    keep: {
      kind: 'sent',
      id: caseId,
      caseId,
      about: { ...about, number: number ?? before?.about.number ?? about.number },
      at: now,
      items: (before?.items ?? 0) + 1,
      bytes: (before?.bytes ?? 0) + (item.what === 'paper' ? item.bytes : 0),
      outcome: outcome === 'kept' || before?.outcome === 'kept' ? 'kept' : 'done',
    },
  }
}

/** The form as the Dinas has it now, in the same write that lets the item go: a killed tab shows no older words. */
function draftAfter(item: OutboxItem, version: number, { draft, paper }: Known): readonly Change[] {
  if (draft === undefined) return []
  if (leavesTheSide(item)) return [{ drop: 'draft', id: draft.id }]
  const command = commandOf(item)
  if (version <= draft.view.version) return []
  const added =
    item.what === 'paper'
      ? {
          fileId: item.paperId,
          ruleId: item.ruleId,
          mime: paper?.mime ?? '',
          bytes: item.bytes,
          addedAt: paper?.takenAt ?? item.putAt,
          ...(item.verdict === undefined ? {} : { verdict: item.verdict }),
        }
      : undefined
  // Others worked there too: the version is left behind on purpose, so that the form is read anew.
  const alone = version === draft.view.version + 1 && fits(command, draft.view)
  const next = alone ? version : draft.view.version
  const view = { ...foldDraft(draft.view, command, added), version: next }
  return [{ keep: { ...draft, view } }]
}

/** Was every field of the edit as this device knew it? Where not, the Dinas kept both values for a person to pick. */
function fits(command: CaseCommand, view: DraftView): boolean {
  if (command.type !== 'edit') return true
  return Object.entries(command.base).every(([field, value]) =>
    sameAnswer(view.answers[field] ?? null, value),
  )
}
