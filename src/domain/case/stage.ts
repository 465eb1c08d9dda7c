import type { Role } from '#domain/access/role.ts'
import type { Text } from '#domain/shared/text.ts'

/** The states of a case, in the order of the way through the house. */
export const STAGES = [
  'DRAFT',
  'SUBMITTED',
  'NEGERI_REVIEW',
  'RETURNED_APPLICANT',
  'FORWARDED',
  'VERIFICATION',
  'RETURNED_NEGERI',
  'SIAK_ENTRY',
  'VALIDATION',
  'HEAD_APPROVAL',
  'AWAITING_TTE',
  'ISSUED',
  'DELIVERED',
  'CLOSED',
  'CORRECTION',
  'ON_HOLD',
  'REJECTED',
  'CANCELLED',
  'EXPIRED',
] as const
export type Stage = (typeof STAGES)[number]

/** How a clock stands in a stage: runs, paused, stopped, not started. */
export type ClockState = 'runs' | 'paused' | 'stopped' | 'notStarted'

export type StageFacts = {
  readonly label: Text
  /** The coarser word that a citizen reads. */
  readonly publicLabel: Text
  readonly owner: Role | undefined
  readonly lawClock: ClockState
  readonly promiseClock: ClockState
}

const t = (id: string, en: string): Text => ({ id, en })

// A table is read by its rows.
// oxfmt-ignore
export const STAGE: Record<Stage, StageFacts> = {
  DRAFT: { label: t('Draf', 'Draft'), publicLabel: t('Draf', 'Draft'), owner: 'NEGERI_OFFICER', lawClock: 'notStarted', promiseClock: 'notStarted' },
  SUBMITTED: { label: t('Diajukan', 'Submitted'), publicLabel: t('Diajukan', 'Submitted'), owner: 'NEGERI_OFFICER', lawClock: 'runs', promiseClock: 'runs' },
  NEGERI_REVIEW: { label: t('Diperiksa Negeri', 'Village review'), publicLabel: t('Diperiksa', 'Being checked'), owner: 'NEGERI_OFFICER', lawClock: 'runs', promiseClock: 'runs' },
  RETURNED_APPLICANT: { label: t('Dikembalikan ke Pemohon', 'Returned to applicant'), publicLabel: t('Perlu diperbaiki', 'Needs repair'), owner: 'CITIZEN', lawClock: 'paused', promiseClock: 'paused' },
  FORWARDED: { label: t('Diteruskan ke Dinas', 'Forwarded'), publicLabel: t('Diproses Dinas', 'In process'), owner: 'OPERATOR', lawClock: 'runs', promiseClock: 'runs' },
  VERIFICATION: { label: t('Verifikasi Dinas', 'Verification'), publicLabel: t('Diproses Dinas', 'In process'), owner: 'OPERATOR', lawClock: 'runs', promiseClock: 'runs' },
  RETURNED_NEGERI: { label: t('Dikembalikan ke Negeri', 'Returned to village'), publicLabel: t('Perlu diperbaiki', 'Needs repair'), owner: 'NEGERI_OFFICER', lawClock: 'paused', promiseClock: 'paused' },
  SIAK_ENTRY: { label: t('Entri SIAK', 'SIAK entry'), publicLabel: t('Diproses Dinas', 'In process'), owner: 'OPERATOR', lawClock: 'runs', promiseClock: 'runs' },
  VALIDATION: { label: t('Validasi', 'Validation'), publicLabel: t('Diproses Dinas', 'In process'), owner: 'VERIFIER', lawClock: 'runs', promiseClock: 'runs' },
  HEAD_APPROVAL: { label: t('Persetujuan Kepala Dinas', 'Head approval'), publicLabel: t('Diproses Dinas', 'In process'), owner: 'HEAD', lawClock: 'runs', promiseClock: 'runs' },
  AWAITING_TTE: { label: t('Menunggu TTE', 'Awaiting signature'), publicLabel: t('Menunggu tanda tangan', 'Awaiting signature'), owner: 'HEAD', lawClock: 'runs', promiseClock: 'runs' },
  ISSUED: { label: t('Terbit', 'Issued'), publicLabel: t('Terbit', 'Issued'), owner: 'NEGERI_OFFICER', lawClock: 'stopped', promiseClock: 'runs' },
  DELIVERED: { label: t('Diserahkan', 'Delivered'), publicLabel: t('Terbit', 'Issued'), owner: 'CITIZEN', lawClock: 'stopped', promiseClock: 'stopped' },
  CLOSED: { label: t('Selesai', 'Closed'), publicLabel: t('Selesai', 'Done'), owner: undefined, lawClock: 'stopped', promiseClock: 'stopped' },
  CORRECTION: { label: t('Perbaikan Dokumen', 'Correction'), publicLabel: t('Diproses Dinas', 'In process'), owner: 'OPERATOR', lawClock: 'runs', promiseClock: 'runs' },
  ON_HOLD: { label: t('Ditangguhkan', 'On hold'), publicLabel: t('Diproses Dinas', 'In process'), owner: 'SUPERVISOR', lawClock: 'runs', promiseClock: 'paused' },
  REJECTED: { label: t('Ditolak', 'Rejected'), publicLabel: t('Ditolak/Dibatalkan', 'Rejected/cancelled'), owner: undefined, lawClock: 'stopped', promiseClock: 'stopped' },
  CANCELLED: { label: t('Dibatalkan', 'Cancelled'), publicLabel: t('Ditolak/Dibatalkan', 'Rejected/cancelled'), owner: undefined, lawClock: 'stopped', promiseClock: 'stopped' },
  EXPIRED: { label: t('Kedaluwarsa', 'Expired'), publicLabel: t('Ditolak/Dibatalkan', 'Rejected/cancelled'), owner: undefined, lawClock: 'stopped', promiseClock: 'stopped' },
}

/** The stage whose limit a stage uses up: waiting for the negeri and its review share one allowance. */
export function limitStage(stage: Stage): Stage {
  return stage === 'NEGERI_REVIEW' ? 'SUBMITTED' : stage
}

const FINAL: ReadonlySet<Stage> = new Set(['CLOSED', 'REJECTED', 'CANCELLED', 'EXPIRED'])

/** "Any open" of the workflow: not closed, rejected, cancelled or expired. A draft is open. */
export function isOpen(stage: Stage): boolean {
  return !FINAL.has(stage)
}

export const OPEN_STAGES: readonly Stage[] = STAGES.filter(isOpen)

/** The six steps that a person counts ("tahap 3 dari 6"), 1-based; 0 before and outside of them. */
export function stepOf(stage: Stage): number {
  switch (stage) {
    case 'SUBMITTED':
    case 'NEGERI_REVIEW':
      return 1
    case 'FORWARDED':
      return 2
    case 'VERIFICATION':
    case 'RETURNED_NEGERI':
    case 'RETURNED_APPLICANT':
      return 3
    case 'SIAK_ENTRY':
    case 'CORRECTION':
      return 4
    case 'VALIDATION':
    case 'HEAD_APPROVAL':
      return 5
    case 'AWAITING_TTE':
    case 'ISSUED':
    case 'DELIVERED':
    case 'CLOSED':
      return 6
    case 'DRAFT':
    case 'ON_HOLD':
    case 'REJECTED':
    case 'CANCELLED':
    case 'EXPIRED':
      return 0
  }
}

export const STEP_COUNT = 6
