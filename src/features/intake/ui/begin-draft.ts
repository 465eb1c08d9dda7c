import type { CommandOf } from '#domain/case/command.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { Answers } from '#domain/service/answers.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { DraftEntry } from '#client/device/device-entry.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { newId } from '#client/new-id.ts'
import { liveOutbox } from '#client/outbox/live-outbox.ts'
import type { Outbox } from '#client/outbox/outbox.ts'
import { entryOf } from './use-draft.ts'

export type Chosen = {
  readonly service: ServiceId
  readonly kind: string
  readonly negeri: string
  readonly place: DraftEntry['place']
  /** Answers that the family gave in another application already. */
  readonly answers?: Answers
  /** The case that it is begun together with, and the day of jemput bola. */
  readonly bundle?: string
  readonly visit?: string
}

/**
 * Begins a case on this device, with or without a line: its id is made here and stays. The form is on the disk when
 * this returns; the Dinas hears of it when there is a way.
 */
export async function beginDraft(
  store: DeviceStore,
  chosen: Chosen,
  now: number,
  outbox: Outbox = liveOutbox(store).outbox,
): Promise<string> {
  const { service, kind, negeri, place, answers = {}, bundle, visit } = chosen
  const caseId = newId()
  const view: DraftView = {
    caseId,
    version: 0,
    service,
    kind,
    negeri,
    ...(bundle === undefined ? {} : { bundle }),
    stage: 'DRAFT',
    number: null,
    submittedAt: null,
    answers,
    conflicts: [],
    papers: [],
    returned: null,
    mended: [],
    repairs: [],
  }
  const about = { service, caseKind: kind, applicant: '', number: null }
  const command: CommandOf<'create'> = {
    type: 'create',
    service,
    kind,
    negeri,
    deviceAt: now,
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    ...(bundle === undefined ? {} : { bundle }),
    ...(visit === undefined ? {} : { visit }),
  }
  await outbox.put([{ caseId, about, command, seenVersion: 0 }], [{ keep: entryOf(view, place) }])
  return caseId
}
