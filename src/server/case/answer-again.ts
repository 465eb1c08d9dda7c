import { createHash } from 'node:crypto'
import { maySee } from '#domain/access/may-see.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CommandEnvelope } from '#domain/case/command.ts'
import { canonicalJson } from '#server/audit/canonical-json.ts'
import type { Loaded } from './lock-and-load.ts'
import type { Asked } from './plan-change.ts'
import { rowFromColumns } from './rows.ts'

/** One hash for one request: a retry has the same, anything else under the same `commandId` has not. */
export function requestHashOf({ caseId, seenVersion, command }: CommandEnvelope): string {
  return createHash('sha256')
    .update(canonicalJson([caseId, seenVersion, command]))
    .digest('hex')
}

export function usesNumber(before: CaseFile | undefined, after: CaseFile): boolean {
  return before?.number === undefined && after.number !== undefined
}

/** The same person sent the same request again: it was done, and this is how the case stands now. */
export function answerAgain({ actor, envelope, requestHash }: Asked, loaded: Loaded): CommandAnswer {
  const { receipt } = loaded
  const same =
    receipt?.request_hash === requestHash &&
    receipt.person_id === actor.id &&
    receipt.case_id === envelope.caseId
  if (!same) return { ok: false, refusal: { why: 'command-id-reused' } }
  if (loaded.id === null) throw new Error('a receipt without its case')
  const row = rowFromColumns(loaded)
  if (!maySee(actor, row)) return { ok: false, refusal: { why: 'not-found' } }
  return { ok: true, caseId: row.id, version: row.version, seq: row.seq, row, repeated: true }
}
