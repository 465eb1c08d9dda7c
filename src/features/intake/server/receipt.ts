import qrcode from 'qrcode'
import type { Actor } from '#domain/access/actor.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { situationOf } from '#domain/case/form.ts'
import { rowOf } from '#domain/case/row-of.ts'
import type { Stage } from '#domain/case/stage.ts'
import { lateFineWords } from '#domain/service/local-values.ts'
import { kindOf, serviceAt } from '#domain/service/catalogue.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Text } from '#domain/shared/text.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
import { localValues } from '#server/case/local-values.ts'
import { relatedCases } from '#server/case/related-cases.ts'
import { seeCaseWith } from '#server/case/see-case.ts'
import type { Shell } from '#server/shell.ts'
import { placeNames } from './open-draft.ts'

/** What the slip of paper says. No NIK and no No. KK: it lies on tables. */
export type Receipt = {
  readonly caseId: string
  readonly number: string
  readonly stage: Stage
  readonly service: ServiceId
  readonly serviceLabel: Text
  readonly kindLabel: Text
  readonly form: string
  readonly applicant: string
  readonly negeri: string
  readonly kecamatan: string
  readonly regency: string
  readonly officer: string
  readonly submittedAt: number
  readonly papers: readonly { readonly label: Text; readonly count: number }[]
  readonly outputs: readonly Text[]
  /** Said beside "free": what a late report costs here, where it costs anything. */
  readonly fine: Text | null
  /** Read out or typed: the number belongs to this paper. */
  readonly code: string
  /** The family's other applications of the same sitting: one slip names them all. */
  readonly related: readonly { readonly number: string; readonly label: Text; readonly code: string }[]
  readonly qr: string
}

export type ReceiptAnswer =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly refusal: Refusal }

/** The receipt of a submitted case, for whoever may see it. */
export async function receiptOf(
  shell: Shell,
  actor: Actor,
  caseId: string,
  origin: Origin,
): Promise<ReceiptAnswer> {
  const seen = await seeCaseWith(shell, actor, caseId, (db, one) => relatedCases(db, actor, one))
  const file = seen?.file
  if (file?.number === undefined || file.submittedAt === undefined)
    return { ok: false, refusal: { why: 'not-found' } }
  const kind = kindOf(file.service, file.kind, file.ruleVersion)
  const place = await placeNames(shell, file.negeri)
  const code = verificationCode(shell, file.id, file.number)
  await auditRead(shell, actor, { action: 'receipt.open', subject: caseId, detail: {} }, origin)
  const given = file.papers.filter((paper) => paper.replacedBy === undefined)
  const papers = (kind?.papers ?? []).flatMap((rule) => {
    const count = given.filter((paper) => paper.ruleId === rule.id).length
    return count > 0 ? [{ label: rule.label, count }] : []
  })
  const receipt: Receipt = {
    caseId,
    number: file.number,
    stage: file.stage,
    service: file.service,
    serviceLabel: serviceAt(file.service, file.ruleVersion).label,
    kindLabel: kind?.label ?? { id: file.kind, en: file.kind },
    form: kind?.form ?? '',
    applicant: rowOf(file, 0).applicant,
    ...place,
    officer: file.submittedBy?.name ?? file.owner.name,
    submittedAt: file.submittedAt,
    papers,
    outputs: (kind?.outputs ?? [])
      .filter((output) => output.givenWhen?.(situationOf(file, shell.clock())) ?? true)
      .map((output) => output.label),
    fine: (rowOf(file, 0).birthLate && lateFineWords(await localValues(shell))) || null,
    code,
    related: (seen?.more ?? []).flatMap(({ caseId: id, number, service, kind: other }) =>
      number === null
        ? []
        : [
            {
              number,
              label: kindOf(service, other)?.label ?? { id: other, en: other },
              code: verificationCode(shell, id, number),
            },
          ],
    ),
    qr: await qrcode.toString(`SATU-ANTREAN/${file.number}/${code.replaceAll('-', '')}`, {
      type: 'svg',
      margin: 0,
      errorCorrectionLevel: 'M',
    }),
  }
  return { ok: true, receipt }
}

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** 60 bits that only this house can make from the number, in letters that are not confused: `K7QM-2XHT-94PC`. */
export function verificationCode(shell: Pick<Shell, 'sealer'>, caseId: string, number: string): string {
  const bytes = Buffer.from(shell.sealer.blindIndex('receipt', `${caseId}/${number}`), 'hex').subarray(0, 12)
  return [...bytes]
    .map((byte) => LETTERS[byte % 32])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')
}
