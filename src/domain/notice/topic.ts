import type { CaseEvent } from '#domain/case/case-event.ts'
import type { Text } from '#domain/shared/text.ts'

/** What news is about: by this a person chooses how to be told, and filters. `risk` is what the clocks tell. */
export const TOPICS = ['talk', 'return', 'handover', 'risk', 'course', 'watch'] as const
export type Topic = (typeof TOPICS)[number]

export const TOPIC_LABEL: Record<Topic, Text> = {
  talk: { id: 'Sebutan dan balasan', en: 'Mentions and replies' },
  return: { id: 'Pengembalian', en: 'Returns' },
  handover: { id: 'Serah terima', en: 'Hand-overs' },
  risk: { id: 'Hampir atau sudah lewat waktu', en: 'At risk or late' },
  course: { id: 'Jalannya permohonan', en: 'Course of a case' },
  watch: { id: 'Permohonan yang saya ikuti', en: 'Cases I follow' },
}

const TOPIC: { readonly [type in CaseEvent['type']]?: Topic } = {
  NoteWritten: 'talk',
  ReturnedToApplicant: 'return',
  ReturnedToNegeri: 'return',
  PassedOn: 'return',
  Resubmitted: 'return',
  SentBack: 'return',
  LateRefused: 'return',
  SignRefused: 'return',
  Reassigned: 'handover',
  Claimed: 'handover', // a lease that ran out went to someone else
}

const BEGINNINGS: readonly (readonly [string, Topic])[] = [
  ['Pin', 'talk'],
  ['Paper', 'talk'],
  ['HandedOver', 'handover'],
  ['Work', 'handover'],
]

/** The topic of what happened, for those whom it concerns by their part in the case. */
export function topicOf(kind: CaseEvent['type']): Topic {
  return TOPIC[kind] ?? BEGINNINGS.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? 'course'
}

/** Too small or too frequent to be news for someone who only follows a case. */
const NO_NEWS: ReadonlySet<string> = new Set([
  'DraftCreated',
  'AnswersEdited',
  'AnswerConflicted',
  'ConflictSettled',
  'FlagsSet',
  'PaperAdded',
  'PaperRemoved',
  'Claimed',
  'ClaimExtended',
  'Released',
  'ItemChecked',
  'Escalated',
] satisfies readonly CaseEvent['type'][])

export function isNewsForWatchers(kind: CaseEvent['type']): boolean {
  return !NO_NEWS.has(kind)
}
