import type { CaseFile } from '#domain/case/case-file.ts'
import type { Pin } from '#domain/case/pin.ts'
import type { Sheet } from '../paper-sheets.ts'

/** The pins of the last return, answered and not, once the case is back from the repair. */
export function reviewOf(file: CaseFile): readonly Pin[] {
  if (file.stage === 'RETURNED_NEGERI' || file.stage === 'RETURNED_APPLICANT') return []
  const last = file.returned?.at
  return file.pins.filter(
    ({ askedAt, state }) =>
      askedAt !== undefined && (askedAt === last || state === 'asked' || state === 'notYet'),
  )
}

/** Where a file lies: as the paper of today, or as one that was replaced. */
export function sheetWith(sheets: readonly Sheet[], fileId: string): Sheet | undefined {
  return sheets.find(
    (sheet) => sheet.paper?.fileId === fileId || sheet.older.some((older) => older.fileId === fileId),
  )
}

/** Which earlier page is laid beside the new one: the one that the pins of the review stand on, else the last. */
export function oldPageOf(sheet: Sheet, review: readonly Pin[]): Sheet['older'][number] | undefined {
  return sheet.older.find((older) => review.some((pin) => pin.fileId === older.fileId)) ?? sheet.older[0]
}
