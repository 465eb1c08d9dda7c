import type { CaseEvent } from '#domain/case/case-event.ts'
import type { Text } from '#domain/shared/text.ts'

const WORDS: { readonly [type in CaseEvent['type']]?: Text } = {
  Reminded: { id: 'Diingatkan', en: 'Reminded' },
  Submitted: { id: 'Diajukan', en: 'Submitted' },
  Forwarded: { id: 'Diteruskan ke Dinas', en: 'Forwarded to the office' },
  ReturnedToApplicant: { id: 'Dikembalikan untuk diperbaiki', en: 'Returned to be mended' },
  ReturnedToNegeri: { id: 'Dikembalikan ke negeri', en: 'Returned to the village' },
  PassedOn: { id: 'Menunggu perbaikan Anda', en: 'Waits for you to mend it' },
  Resubmitted: { id: 'Sudah diperbaiki dan kembali', en: 'Mended and back' },
  Expired: { id: 'Kedaluwarsa', en: 'Expired' },
  Accepted: { id: 'Diterima lengkap', en: 'Accepted as complete' },
  DraftProposed: { id: 'Draf SIAK diusulkan', en: 'SIAK draft proposed' },
  SentBack: { id: 'Draf dikembalikan untuk dikoreksi', en: 'Draft sent back for correction' },
  Approved: { id: 'Draf disetujui', en: 'Draft approved' },
  LateApproved: { id: 'Disetujui Kepala Dinas', en: 'Approved by the head' },
  LateRefused: { id: 'Tidak disetujui Kepala Dinas', en: 'Not approved by the head' },
  SignedRecorded: { id: 'Terbit', en: 'Issued' },
  SignRefused: { id: 'Tidak ditandatangani', en: 'Not signed' },
  Delivered: { id: 'Diserahkan', en: 'Handed over to the citizen' },
  ReceiptConfirmed: { id: 'Diterima warga', en: 'Received by the citizen' },
  ErrorReported: { id: 'Dilaporkan salah', en: 'Reported wrong' },
  RejectionProposed: { id: 'Diusulkan ditolak', en: 'Rejection proposed' },
  RejectionDropped: { id: 'Usul penolakan dibatalkan', en: 'Rejection dropped' },
  Rejected: { id: 'Ditolak', en: 'Rejected' },
  Cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
  Held: { id: 'Ditangguhkan', en: 'Put on hold' },
  Resumed: { id: 'Dilanjutkan', en: 'Resumed' },
  Reassigned: { id: 'Dialihkan', en: 'Reassigned' },
  Claimed: { id: 'Masa pegang Anda habis, diambil rekan', en: 'Your hold ran out, a colleague took it' },
  HandedOver: { id: 'Diserahkan kepada Anda', en: 'Handed over to you' },
  WorkProposed: { id: 'Pekerjaan terlambat menunggu jawaban Anda', en: 'Late work waits for your answer' },
  WorkTaken: { id: 'Pekerjaan Anda yang terlambat dipakai', en: 'Your late work was taken' },
  WorkDeclined: { id: 'Pekerjaan Anda yang terlambat tidak dipakai', en: 'Your late work was declined' },
  Escalated: { id: 'Dieskalasi', en: 'Escalated' },
  NoteWritten: { id: 'Ada catatan', en: 'A remark' },
  PaperPinned: { id: 'Pin di berkas', en: 'A pin on a paper' },
  PinReplied: { id: 'Balasan di pin', en: 'A reply under a pin' },
  PinSettled: { id: 'Pin dijawab', en: 'A pin was answered' },
}

const OTHER: Text = { id: 'Ada perubahan', en: 'Something changed' }

/** Who only follows a case reads a hand-over from beside it. */
const FROM_BESIDE: { readonly [type in CaseEvent['type']]?: Text } = {
  HandedOver: { id: 'Diserahkan kepada rekan', en: 'Handed over to a colleague' },
  WorkProposed: { id: 'Pekerjaan terlambat diusulkan', en: 'Late work proposed' },
  WorkTaken: { id: 'Pekerjaan terlambat dipakai', en: 'Late work taken' },
  WorkDeclined: { id: 'Pekerjaan terlambat tidak dipakai', en: 'Late work declined' },
  PassedOn: { id: 'Menunggu perbaikan pemohon', en: 'Waits for the applicant to mend it' },
}

/** What happened, in a few words for whoever is told of it. */
export function eventWords(kind: CaseEvent['type'], watching: boolean): Text {
  return (watching ? FROM_BESIDE[kind] : undefined) ?? WORDS[kind] ?? OTHER
}
