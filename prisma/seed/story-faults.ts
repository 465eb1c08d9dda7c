import type { CaseFile, Fault } from '#domain/case/case-file.ts'
import { kindOfCase } from '#domain/case/form.ts'
import type { ReasonCode } from '#domain/case/reason.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { pick } from '#domain/service/samples/sample-person.ts'

type PaperFault = {
  readonly code: ReasonCode
  readonly says: (paper: string) => string
  readonly answer: string
}

const PAPER_FAULTS: readonly PaperFault[] = [
  {
    code: 'DOC_UNREADABLE',
    says: (paper) => `${paper} buram di bagian bawah. Foto ulang di tempat terang, kertas rata.`,
    answer: 'Sudah difoto ulang di luar rumah, tulisannya terbaca.',
  },
  {
    code: 'DOC_UNREADABLE',
    says: (paper) => `${paper} terpotong di sisi kanan. Foto ulang sampai keempat sudutnya kelihatan.`,
    answer: 'Sudah difoto ulang, keempat sudut kelihatan.',
  },
  {
    code: 'DOC_NOT_ORIGINAL',
    says: (paper) => `${paper} difoto dari fotokopi. Foto aslinya.`,
    answer: 'Aslinya sudah dibawa pemohon dan difoto.',
  },
  {
    code: 'DOC_WRONG_PERSON',
    says: (paper) => `${paper} ini milik orang lain. Foto yang sesuai dengan nama di formulir.`,
    answer: 'Tertukar dengan berkas tetangga, sekarang sudah benar.',
  },
  {
    code: 'FORM_UNSIGNED',
    says: (paper) => `${paper} belum ditandatangani. Minta tanda tangan pemohon, lalu foto lagi.`,
    answer: 'Pemohon sudah menandatangani di kantor negeri.',
  },
]

type WordFault = {
  readonly code: ReasonCode
  readonly instruction: string
  readonly answer: string
  readonly service?: ServiceId
}

const WORD_FAULTS: readonly WordFault[] = [
  {
    code: 'KK_MISMATCH',
    instruction: 'Nama di formulir berbeda satu huruf dengan KK. Tulis mana yang benar.',
    answer: 'Yang benar seperti di KTP-el. Di KK lama salah ketik.',
  },
  {
    code: 'DATA_CONFLICT',
    instruction: 'Tanggal lahir di ijazah dan di KK berbeda. Tanyakan pemohon mana yang dipakai.',
    answer: 'Pemohon memakai tanggal di KK, sesuai NIK.',
  },
  {
    code: 'NIK_NOT_FOUND',
    instruction: 'NIK pemohon belum ada di SIAK. Pastikan angkanya dari KTP-el asli.',
    answer: 'Sudah dicocokkan dengan KTP-el asli, angkanya benar.',
  },
  {
    code: 'PARENT_STATUS',
    instruction: 'KK menulis ibu belum kawin. Jelaskan status orang tua.',
    answer: 'Orang tua menikah tahun lalu, KK lama belum diperbarui.',
    service: 'AKTA_KELAHIRAN',
  },
  {
    code: 'WITNESS_INVALID',
    instruction: 'Saksi kedua belum punya NIK di SIAK. Cari saksi lain atau jelaskan.',
    answer: 'NIK saksi sudah diperiksa di KTP-el, benar.',
    service: 'AKTA_KELAHIRAN',
  },
  {
    code: 'SHDK_INVALID',
    instruction: 'Hubungan keluarga anak kedua perlu dijelaskan: anak atau cucu.',
    answer: 'Anak kandung, akta kelahirannya ada.',
    service: 'KK',
  },
  {
    code: 'DEST_ADDRESS',
    instruction: 'Alamat tujuan tidak menyebut RT dan nomor rumah. Tanyakan kepada pemohon.',
    answer: 'Rumah kontrakan, belum ada nomor. RT sudah ditanyakan.',
    service: 'SKPWNI',
  },
  {
    code: 'MEMBERS_INVALID',
    instruction: 'Jelaskan siapa yang tinggal dan siapa yang pindah.',
    answer: 'Hanya yang tertulis di daftar yang pindah.',
    service: 'SKPWNI',
  },
  {
    code: 'OTHER',
    instruction: 'Nomor HP tidak aktif saat kami telepon dua kali. Tanyakan nomor lain.',
    answer: 'Pemohon ganti nomor, kabar lewat kantor negeri.',
  },
]

/** A fault with the words that will answer it. */
export type StoryFault = { readonly fault: Fault; readonly answer: string }

/** One to three things wrong with a case, each once; half of them with one of its papers. */
export function faultsFor(file: CaseFile, random: () => number): readonly StoryFault[] {
  const kind = kindOfCase(file)
  const rules = kind.papers.filter((rule) => file.checklist.some((item) => item.ruleId === rule.id))
  const words = WORD_FAULTS.filter((one) => one.service === undefined || one.service === file.service)
  const count = random() < 0.6 ? 1 : random() < 0.7 ? 2 : 3
  const found = new Map<string, StoryFault>()
  for (let index = 0; index < count; index += 1) {
    if (random() < 0.6 && rules.length > 0) {
      const rule = pick(random, rules)
      const { code, says, answer } = pick(random, PAPER_FAULTS)
      found.set(rule.id, { fault: { code, instruction: says(rule.label.id), ruleId: rule.id }, answer })
    } else {
      const { code, instruction, answer } = pick(random, words)
      found.set(code, { fault: { code, instruction }, answer })
    }
  }
  return [...found.values()]
}

export const SEND_BACK_REASONS = [
  'Nama ibu di draf kurang satu huruf dibanding KTP-el.',
  'Tempat lahir di draf belum sesuai surat kelahiran.',
  'Urutan anggota keluarga di draf tertukar.',
  'Tanggal perkawinan di draf berbeda dengan buku nikah.',
] as const

export const HOLD_REASONS = [
  'SIAK tidak bisa diakses sejak pagi.',
  'Sertifikat tanda tangan sedang diperpanjang.',
  'Listrik dan jaringan di Masohi padam.',
] as const

export const ERRORS_FOUND = [
  'Nama ayah di dokumen tertulis kurang satu huruf.',
  'Tanggal lahir di dokumen berbeda dengan berkas.',
  'Nama negeri di alamat tertulis keliru.',
] as const

export const CANCEL_REASONS = [
  'Pemohon akan mengurus di kabupaten tujuan.',
  'Pemohon salah memilih jenis layanan, dibuat permohonan baru.',
  'Keluarga belum sepakat, permohonan ditarik.',
] as const

export const NOTES = [
  'Sudah ditelepon, pemohon akan datang ke kantor negeri.',
  'Perahu ke Masohi baru ada hari Jumat.',
  'Nama sudah dicocokkan dengan SIAK.',
  'Pemohon lanjut usia, mohon didahulukan.',
  'Berkas asli ada di kantor negeri bila perlu dilihat.',
] as const

/** A final reason that fits every service, with its ground. */
export const REJECTIONS: readonly { readonly code: ReasonCode; readonly ground: string }[] = [
  {
    code: 'WRONG_OFFICE',
    ground: 'Domisili pemohon di luar Maluku Tengah. Perpres 96/2018: dilayani di tempat domisili.',
  },
  { code: 'NOT_ENTITLED', ground: 'Pemohon bukan anggota KK dan tidak membawa surat kuasa F-1.07.' },
]

export const COMPLAINT_ROUTE =
  'Keberatan dapat disampaikan ke loket pengaduan Disdukcapil Maluku Tengah di Masohi, tanpa biaya.'
