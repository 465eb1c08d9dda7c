import type { Instant } from '#domain/shared/instant.ts'
import type { Answers } from '#domain/service/answers.ts'
import type { EventMeta } from './case-event.ts'
import type { CaseFile, Person } from './case-file.ts'
import type { Stage } from './stage.ts'
import { limitStage, STAGE } from './stage.ts'

type Optional = { [Key in keyof CaseFile]-?: undefined extends CaseFile[Key] ? Key : never }[keyof CaseFile]

/** The case without one of the things that it need not have. */
export function without(file: CaseFile, key: Optional): CaseFile {
  const { [key]: _left, ...rest } = file
  return rest
}

/** What every event does: it raises the version and leaves its time and its author. */
export function changed(file: CaseFile, event: EventMeta): CaseFile {
  return { ...file, version: event.version, changedAt: event.at, changedBy: event.by }
}

/** The rungs E0 to E2 speak of one stage; higher ones of the whole promise, and stay. */
const HIGHEST_STAGE_RUNG = 3

/** A return or a hold, and the way back from it, leave a stage's clock as it was, and what was warned of it. */
function sameClock(from: Stage, to: Stage): boolean {
  const stands = STAGE[from].promiseClock === 'paused' || STAGE[to].promiseClock === 'paused'
  return stands || limitStage(from) === limitStage(to)
}

/** Into a stage: its clock starts, and whoever held the case lets go. */
export function enter(file: CaseFile, event: EventMeta, stage: Stage): CaseFile {
  const kept = file.escalation > HIGHEST_STAGE_RUNG || sameClock(file.stage, stage)
  const escalation = kept ? file.escalation : 0
  const path = file.submittedAt === undefined ? file.path : [...file.path, { stage, at: event.at }]
  return without({ ...file, stage, stageAt: event.at, stageBy: event.by, escalation, path }, 'holder')
}

/** Into someone's hands until an instant. */
export function hold(file: CaseFile, person: Person, since: Instant, until: Instant): CaseFile {
  return { ...file, holder: { id: person.id, name: person.name, role: person.role, since, until } }
}

/** The answers with the changed ones in their place; `null` clears one. A repair remembers which it touched. */
export function mergeAnswers(
  file: CaseFile,
  edits: { readonly [field: string]: Answers[string] | null },
): CaseFile {
  const answers: Answers = { ...file.answers }
  for (const [field, value] of Object.entries(edits)) {
    if (value === null) delete answers[field]
    else answers[field] = value
  }
  const repairing = file.stage === 'RETURNED_APPLICANT' || file.stage === 'RETURNED_NEGERI'
  if (file.returned === undefined || !repairing) return { ...file, answers }
  const changedFields = [...new Set([...file.returned.changedFields, ...Object.keys(edits)])]
  return { ...file, answers, returned: { ...file.returned, changedFields } }
}
