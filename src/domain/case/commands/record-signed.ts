import { localDateInWit } from '#domain/shared/local-date.ts'
import { accept, refuse } from '#domain/shared/decision.ts'
import { dueOutputs } from '#domain/service/check-form.ts'
import type { CaseFile, IssuedDocument } from '../case-file.ts'
import type { CommandOf } from '../command.ts'
import type { Facts } from '../facts.ts'
import { kindOfCase, situationOf } from '../form.ts'
import type { Refusal } from '../refusal.ts'
import type { Decide, May } from '../rule.ts'

type DocumentInput = CommandOf<'recordSigned'>['documents'][number]

export const mayRecordSigned: May = (caseFile, actor) =>
  caseFile.validatedBy?.id === actor.id ? { why: 'same-person', did: 'validation' } : undefined

/**
 * T23, Catat terbit: SIAK issued and the head signed; number, date, signer and PDF (or official link) of every
 * output are recorded, with a NIK or No. KK that SIAK allotted. The law's clock stops. Nothing is invented here.
 */
export const decideRecordSigned: Decide<'recordSigned'> = (caseFile, { documents }, _actor, facts) => {
  const refusal = refusedByOutputs(caseFile, documents, facts) ?? firstRefusal(caseFile, documents, facts)
  return refusal === undefined
    ? accept({ type: 'SignedRecorded', documents: documents.map(asIssued) })
    : refuse(refusal)
}

/** Every document that this case yields must be there; a printable one with its PDF or its official link. */
function refusedByOutputs(
  caseFile: CaseFile,
  documents: readonly DocumentInput[],
  facts: Facts,
): Refusal | undefined {
  const kind = kindOfCase(caseFile)
  const stranger = documents.find((one) => !kind.outputs.some((output) => output.id === one.outputId))
  if (stranger !== undefined) return { why: 'unknown-output', outputId: stranger.outputId }
  const lacking = dueOutputs(kind, situationOf(caseFile, facts.now)).filter(
    (output) => !documents.some((one) => one.outputId === output.id),
  )
  const bare = kind.outputs.filter(
    (output) =>
      output.selfPrint &&
      documents.some(
        (one) => one.outputId === output.id && one.file === undefined && one.officialLink === undefined,
      ),
  )
  const incomplete = [...lacking, ...bare].map((output) => output.id)
  return incomplete.length > 0 ? { why: 'outputs-incomplete', outputIds: incomplete } : undefined
}

function firstRefusal(
  caseFile: CaseFile,
  documents: readonly DocumentInput[],
  facts: Facts,
): Refusal | undefined {
  const today = localDateInWit(facts.now)
  const files = [...(facts.files ?? []), ...(facts.file === undefined ? [] : [facts.file])]
  for (const { issuedOn, signer, file } of documents) {
    if (issuedOn > today) return { why: 'date-in-future', field: 'issuedOn' }
    if (issuedOn < localDateInWit(caseFile.submittedAt ?? 0))
      return { why: 'date-in-past', field: 'issuedOn' }
    // Another person than the validator must have signed.
    if (sameName(signer, caseFile.validatedBy?.name ?? '')) return { why: 'same-person', did: 'validation' }
    const ready = files.some((one) => one.fileId === file?.fileId && one.sha256 === file.sha256)
    if (file !== undefined && !ready) return { why: 'file-not-ready' }
  }
  return undefined
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

function asIssued(input: DocumentInput): IssuedDocument {
  const { outputId, documentNumber, issuedOn, signer, file, officialLink, allottedNik, allottedNoKk } = input
  return {
    outputId,
    documentNumber,
    issuedOn,
    signer,
    ...(file === undefined ? {} : { file }),
    ...(officialLink === undefined ? {} : { officialLink }),
    ...(allottedNik === undefined ? {} : { allottedNik }),
    ...(allottedNoKk === undefined ? {} : { allottedNoKk }),
    superseded: false,
  }
}
