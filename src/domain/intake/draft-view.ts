import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile, Paper, RepairAnswer, ReturnNote } from '#domain/case/case-file.ts'
import { isMended } from '#domain/case/mended.ts'
import type { Pin } from '#domain/case/pin.ts'
import type { RepairScope } from '#domain/case/repair-scope.ts'
import { repairScopeOf } from '#domain/case/repair-scope.ts'
import { withoutPins } from '#domain/case/case-view.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { Answers } from '#domain/service/answers.ts'
import type { Uuid } from '#domain/shared/id.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'

/** A paper as the one who files sees it. */
export type DraftPaper = Pick<
  Paper,
  'fileId' | 'ruleId' | 'mime' | 'bytes' | 'addedAt' | 'replacedBy' | 'verdict'
>

/** A pin of the return, as whoever repairs sees it on the page. */
export type DraftPin = Pick<Pin, 'id' | 'number' | 'fileId' | 'page' | 'box' | 'code' | 'text'>

/** What the form needs of a case that is being written or repaired. Answers are whole: these people wrote them. */
export type DraftView = {
  readonly caseId: Uuid
  readonly version: number
  readonly service: ServiceId
  readonly kind: string
  readonly negeri: RegionCode
  /** The case that this one was begun together with. */
  readonly bundle?: Uuid
  readonly stage: Stage
  readonly number: string | null
  readonly submittedAt: Instant | null
  readonly answers: Answers
  readonly conflicts: CaseFile['conflicts']
  readonly papers: readonly DraftPaper[]
  readonly returned: Pick<ReturnNote, 'faults' | 'at' | 'by' | 'expiresOn'> | null
  /** Indexes of faults whose repair can be seen already. */
  readonly mended: readonly number[]
  readonly repairs: readonly RepairAnswer[]
  /** What the return asks for; left out, and in a view that a device keeps from before, nothing is locked. */
  readonly scope?: RepairScope
  /** The pins of the return, where they stand. An applicant sees none. */
  readonly pins?: readonly DraftPin[]
}

/** Cuts a case down to what its form shows to this reader. */
export function draftViewOf(file: CaseFile, reader: Pick<Actor, 'role'>): DraftView {
  const { returned } = file
  const staff = reader.role !== 'CITIZEN'
  const faults = returned?.faults ?? []
  const scope = repairScopeOf(file)
  return {
    caseId: file.id,
    version: file.version,
    service: file.service,
    kind: file.kind,
    negeri: file.negeri,
    ...(file.bundle === undefined ? {} : { bundle: file.bundle }),
    stage: file.stage,
    number: file.number ?? null,
    submittedAt: file.submittedAt ?? null,
    answers: file.answers,
    conflicts: file.conflicts,
    papers: file.papers.map(({ fileId, ruleId, mime, bytes, addedAt, replacedBy, verdict }) => ({
      fileId,
      ruleId,
      mime,
      bytes,
      addedAt,
      ...(replacedBy === undefined ? {} : { replacedBy }),
      ...(verdict === undefined ? {} : { verdict }),
    })),
    returned: returned
      ? {
          faults: staff ? faults : faults.map(withoutPins),
          at: returned.at,
          by: returned.by,
          expiresOn: returned.expiresOn,
        }
      : null,
    mended: faults.flatMap((fault, index) => (isMended(file, fault) ? [index] : [])),
    repairs: file.repairs,
    ...(scope === undefined ? {} : { scope }),
    ...(staff ? { pins: askedPins(file) } : {}),
  }
}

function askedPins(file: CaseFile): readonly DraftPin[] {
  const asked = new Set(file.returned?.faults.flatMap(({ pins = [] }) => pins))
  return file.pins
    .filter(({ id }) => asked.has(id))
    .map(({ id, number, fileId, page, box, code, text }) => ({
      id,
      number,
      fileId,
      page,
      box,
      ...(code === undefined ? {} : { code }),
      text,
    }))
}
