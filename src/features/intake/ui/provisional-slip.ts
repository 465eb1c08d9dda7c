import type { DraftEntry } from '#client/device/device-entry.ts'
import { foldDraft } from '#client/outbox/fold-draft.ts'
import { leavesTheSide } from '#client/outbox/lanes.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Text } from '#domain/shared/text.ts'
import { neededPapers } from '#domain/service/check-form.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import { loadKind, loadService } from './service-kinds.ts'

/** What a family takes home from a place without signal: no number yet, the case's own id, and the device's own time. */
export type ProvisionalSlip = {
  readonly caseId: string
  readonly service: ServiceId
  readonly serviceLabel: Text
  readonly kindLabel: Text
  readonly form: string
  readonly applicant: string
  readonly negeri: string
  readonly kecamatan: string
  readonly at: number
  readonly papers: readonly { readonly label: Text; readonly count: number }[]
  /** What of the same family was handed in on this device too. */
  readonly related: readonly { readonly code: string; readonly label: Text }[]
  readonly qr: string
}

/** What a family is asked for by while there is no number: the start of the case's own id. */
export const shortCode = (caseId: string) => caseId.slice(0, 8).toUpperCase()
const familyOf = ({ view }: DraftEntry) => view.bundle ?? view.caseId

/** Undefined when nothing of this case was handed in on this device. */
export async function provisionalSlip(
  device: DeviceStore,
  caseId: string,
): Promise<ProvisionalSlip | undefined> {
  const [drafts, all, papers] = await Promise.all([
    device.all('draft'),
    device.all('item'),
    device.all('paper'),
  ])
  const items = all.filter((item) => item.caseId === caseId).toSorted((a, b) => a.order - b.order)
  const leaving = items.find(leavesTheSide)
  const entry = drafts.find((one) => one.id === caseId)
  if (entry === undefined || leaving === undefined) return undefined
  const view = items.reduce(
    (folded, item) => (item.what === 'command' ? foldDraft(folded, item.command) : folded),
    entry.view,
  )
  const left = new Set(all.filter(leavesTheSide).map((item) => item.caseId))
  const siblings = drafts.filter(
    (one) => one.id !== caseId && left.has(one.id) && familyOf(one) === familyOf(entry),
  )
  const [service, kind, related, { toString }] = await Promise.all([
    loadService(view.service),
    loadKind(view.service, view.kind),
    Promise.all(
      siblings.map(async (one) => ({
        code: shortCode(one.id),
        label: (await loadKind(one.view.service, one.view.kind)).label,
      })),
    ),
    import('qrcode'),
  ])
  const situation = { answers: view.answers, reportOn: localDateInWit(leaving.putAt) }
  const given = [
    ...view.papers.filter((paper) => paper.replacedBy === undefined).map((paper) => paper.ruleId),
    ...papers.filter((paper) => paper.caseId === caseId).map((paper) => paper.ruleId),
  ]
  return {
    caseId,
    service: view.service,
    serviceLabel: service.label,
    kindLabel: kind.label,
    form: kind.form,
    applicant: kind.applicantName(situation),
    ...entry.place,
    at: leaving.putAt,
    papers: neededPapers(kind, situation).flatMap((rule) => {
      const count = given.filter((id) => id === rule.id).length
      return count > 0 ? [{ label: rule.label, count }] : []
    }),
    related,
    qr: await toString(`SATU-ANTREAN/SEMENTARA/${caseId}`, {
      type: 'svg',
      margin: 0,
      errorCorrectionLevel: 'M',
    }),
  }
}
