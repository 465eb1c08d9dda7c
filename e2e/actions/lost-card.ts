import { randomUUID } from 'node:crypto'
import type { Colleague } from './colleague.ts'
import { aPhoto } from './file-a-birth.ts'

const SAPARUA = '81.01.12.2012'
const PAPERS = ['F102', 'LOSS_REPORT', 'KTP', 'LOSS_STATEMENT']

function threeDaysAgo(): string {
  return new Date(Date.now() + 9 * 3_600_000 - 3 * 86_400_000).toISOString().slice(0, 10)
}

/** A lost family card, written in Saparua and not sent yet; answers its id. */
export async function draftLostCard(negeri: Colleague, headName = 'Yohanis Tuapeti'): Promise<string> {
  const caseId = randomUUID()
  const answers = {
    applicantRight: 'FAMILY',
    applicantName: headName,
    applicantNik: '8101121203860003',
    noticeTo: 'PHONE',
    phone: '081234567890',
    truthStatement: true,
    privacyNoticeRead: true,
    headName,
    noKk: '8101121203150003',
    lossReportNumber: 'SKTLK/12/VI/2026',
    lossReportDate: threeDaysAgo(),
  }
  await negeri.run(caseId, { type: 'create', service: 'KK', kind: 'KK_LOST', negeri: SAPARUA, answers })
  return caseId
}

/** The same, with its papers, checked by the negeri and forwarded: nobody at the Dinas holds it yet. */
export async function lostCardAtDinas(negeri: Colleague, headName?: string): Promise<string> {
  const caseId = await draftLostCard(negeri, headName)
  const photo = await aPhoto()
  for (const ruleId of PAPERS) {
    const fileId = await negeri.send(caseId, photo)
    await negeri.run(caseId, { type: 'addPaper', fileId, ruleId })
  }
  await negeri.run(caseId, { type: 'submit' })
  await negeri.run(caseId, { type: 'claim' })
  const { view } = await negeri.read<{
    readonly view: { readonly file: { readonly checklist: readonly { readonly ruleId: string }[] } }
  }>('case.open', { caseId })
  const [first, ...also] = view.file.checklist.map((line) => line.ruleId)
  await negeri.run(caseId, { type: 'checkItem', ruleId: first, result: 'ok', also })
  await negeri.run(caseId, { type: 'forward' })
  return caseId
}
