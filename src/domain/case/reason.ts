import * as z from 'zod/mini'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Text } from '#domain/shared/text.ts'

export const REASON_CODES = [
  'DOC_MISSING',
  'DOC_UNREADABLE',
  'DOC_NOT_ORIGINAL',
  'DOC_EXPIRED',
  'DOC_WRONG_PERSON',
  'FORM_INCOMPLETE',
  'FORM_UNSIGNED',
  'WITNESS_INVALID',
  'NIK_NOT_FOUND',
  'NIK_DUPLICATE',
  'KK_MISMATCH',
  'DATA_CONFLICT',
  'NAME_RULE',
  'SHDK_INVALID',
  'HEAD_UNDERAGE',
  'SPLIT_NOT_ELIGIBLE',
  'MARRIAGE_PROOF',
  'BIRTH_PROOF',
  'PARENT_STATUS',
  'ALREADY_REGISTERED',
  'LOSS_REPORT',
  'ELEMENT_PROOF',
  'DEST_ADDRESS',
  'MEMBERS_INVALID',
  'GUARDIAN_LETTER',
  'HOUSE_CONSENT',
  'SKPWNI_INVALID',
  'NOT_ENTITLED',
  'WRONG_OFFICE',
  'FALSE_DATA',
  'OTHER',
] as const

/** Why a case goes back, or why it ends: coded so that it can be counted, and always with words beside it. */
export const ReasonCode = z.enum(REASON_CODES)
export type ReasonCode = z.infer<typeof ReasonCode>

export type ReasonFacts = {
  readonly label: Text
  readonly services: readonly ServiceId[]
  /** Who can mend it. */
  readonly fixedBy: readonly ('citizen' | 'negeri' | 'operator')[]
  /** May end a case (T29). */
  readonly final: boolean
}

// A table is read by its rows.
// oxfmt-ignore
export const REASON: Record<ReasonCode, ReasonFacts> = {
  DOC_MISSING: { label: { id: 'Dokumen kurang', en: 'Document missing' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen', 'negeri'], final: false },
  DOC_UNREADABLE: { label: { id: 'Dokumen tidak terbaca', en: 'Document unreadable' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen', 'negeri'], final: false },
  DOC_NOT_ORIGINAL: { label: { id: 'Bukan dokumen asli', en: 'Not the original' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen', 'negeri'], final: false },
  DOC_EXPIRED: { label: { id: 'Dokumen tidak berlaku', en: 'Document no longer valid' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen'], final: false },
  DOC_WRONG_PERSON: { label: { id: 'Dokumen milik orang lain', en: 'Paper of another person' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen', 'negeri'], final: false },
  FORM_INCOMPLETE: { label: { id: 'Isian formulir belum lengkap', en: 'Form incomplete' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen', 'negeri'], final: false },
  FORM_UNSIGNED: { label: { id: 'Formulir/SPTJM belum ditandatangani', en: 'Form not signed' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen'], final: false },
  WITNESS_INVALID: { label: { id: 'Saksi tidak memenuhi syarat', en: 'Witness not valid' }, services: ['AKTA_KELAHIRAN'], fixedBy: ['citizen', 'negeri'], final: false },
  NIK_NOT_FOUND: { label: { id: 'NIK tidak ditemukan', en: 'NIK not found' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen', 'operator'], final: false },
  NIK_DUPLICATE: { label: { id: 'NIK/biodata ganda', en: 'Double record' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['operator'], final: false },
  KK_MISMATCH: { label: { id: 'Data tidak sesuai KK', en: 'Differs from the family card' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen', 'negeri'], final: false },
  DATA_CONFLICT: { label: { id: 'Data antar dokumen berbeda', en: 'Papers contradict each other' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen'], final: false },
  NAME_RULE: { label: { id: 'Penulisan nama tidak sesuai', en: 'Name against the rules' }, services: ['AKTA_KELAHIRAN', 'KK'], fixedBy: ['citizen'], final: true },
  SHDK_INVALID: { label: { id: 'Hubungan keluarga keliru', en: 'Family relation wrong' }, services: ['KK'], fixedBy: ['citizen', 'negeri'], final: false },
  HEAD_UNDERAGE: { label: { id: 'Tidak ada kepala keluarga dewasa', en: 'No adult head of family' }, services: ['KK', 'SKPWNI'], fixedBy: ['citizen'], final: false },
  SPLIT_NOT_ELIGIBLE: { label: { id: 'Belum memenuhi syarat pisah KK', en: 'May not split yet' }, services: ['KK'], fixedBy: ['citizen'], final: true },
  MARRIAGE_PROOF: { label: { id: 'Bukti perkawinan belum ada', en: 'Marriage proof missing' }, services: ['KK', 'AKTA_KELAHIRAN'], fixedBy: ['citizen'], final: false },
  BIRTH_PROOF: { label: { id: 'Bukti kelahiran belum ada', en: 'Birth proof missing' }, services: ['AKTA_KELAHIRAN'], fixedBy: ['citizen'], final: false },
  PARENT_STATUS: { label: { id: 'Status orang tua perlu dijelaskan', en: 'Status of the parents unclear' }, services: ['AKTA_KELAHIRAN'], fixedBy: ['citizen'], final: false },
  ALREADY_REGISTERED: { label: { id: 'Sudah pernah dicatat', en: 'Already registered' }, services: ['AKTA_KELAHIRAN', 'KK'], fixedBy: ['operator'], final: true },
  LOSS_REPORT: { label: { id: 'Surat kehilangan belum ada', en: 'Police loss report missing' }, services: ['KK'], fixedBy: ['citizen'], final: false },
  ELEMENT_PROOF: { label: { id: 'Dasar perubahan elemen belum ada', en: 'Ground of the change missing' }, services: ['KK'], fixedBy: ['citizen'], final: false },
  DEST_ADDRESS: { label: { id: 'Alamat tujuan tidak lengkap', en: 'Destination address incomplete' }, services: ['SKPWNI'], fixedBy: ['citizen'], final: false },
  MEMBERS_INVALID: { label: { id: 'Daftar anggota pindah keliru', en: 'List of movers wrong' }, services: ['SKPWNI'], fixedBy: ['citizen', 'negeri'], final: false },
  GUARDIAN_LETTER: { label: { id: 'Surat kuasa pengasuhan belum ada', en: 'Guardian letter missing' }, services: ['SKPWNI', 'KK'], fixedBy: ['citizen'], final: false },
  HOUSE_CONSENT: { label: { id: 'Pernyataan pemilik rumah belum ada', en: 'House owner\'s consent missing' }, services: ['KK'], fixedBy: ['citizen'], final: false },
  SKPWNI_INVALID: { label: { id: 'SKPWNI asal tidak sah/tidak ditemukan', en: 'SKPWNI of origin not valid' }, services: ['KK'], fixedBy: ['citizen', 'operator'], final: false },
  NOT_ENTITLED: { label: { id: 'Pemohon tidak berhak', en: 'Applicant not entitled' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen'], final: true },
  WRONG_OFFICE: { label: { id: 'Bukan kewenangan', en: 'Not this office' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen'], final: true },
  FALSE_DATA: { label: { id: 'Data/dokumen terbukti palsu', en: 'Proven false' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: [], final: true },
  OTHER: { label: { id: 'Lainnya', en: 'Other' }, services: ['KK', 'AKTA_KELAHIRAN', 'SKPWNI'], fixedBy: ['citizen', 'negeri', 'operator'], final: false },
}

/** `OTHER` needs at least this many characters of explanation, so that new codes can be made from it. */
export const OTHER_LEAST_CHARACTERS = 20
