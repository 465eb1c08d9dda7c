import type { Text } from '#domain/shared/text.ts'

export const MEGABYTE = 1024 * 1024

/** What one scanned or photographed page may weigh, and what all files of one case may weigh together. */
export const PAPER_FILE_LIMIT = {
  bytes: 15 * MEGABYTE,
  pixels: 50_000_000,
  caseBytes: 120 * MEGABYTE,
  caseFiles: 120,
} as const

export const PAPER_MIMES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
/** The kinds of file that the Dinas takes; decided by content, never by name. */
export type PaperMime = (typeof PAPER_MIMES)[number]

export const FILE_REFUSALS = [
  'file-too-big',
  'file-empty',
  'file-wrong-type',
  'file-damaged',
  'file-too-many-pixels',
  'file-dangerous',
  'file-locked',
  'file-altered',
  'case-full',
  'too-much-waiting',
  'never-used',
  'same-paper',
  'not-now',
  'not-found',
] as const
/** Why a file was not taken. */
export type FileRefusalCode = (typeof FILE_REFUSALS)[number]

/** The sentence that a person reads for each. */
export const FILE_REFUSAL_TEXT: Record<FileRefusalCode, Text> = {
  'file-too-big': {
    id: 'Berkas terlalu besar. Paling besar 15 MB.',
    en: 'The file is too big. At most 15 MB.',
  },
  'file-empty': {
    id: 'Berkas ini kosong. Pilih atau foto ulang.',
    en: 'This file is empty. Choose or photograph it again.',
  },
  'file-wrong-type': {
    id: 'Jenis berkas ini tidak diterima. Pakai foto JPEG, PNG, WebP, atau PDF.',
    en: 'This kind of file is not accepted. Use a JPEG, PNG or WebP photo, or a PDF.',
  },
  'file-damaged': {
    id: 'Berkas rusak, tidak bisa dibuka. Foto ulang dokumennya.',
    en: 'The file is damaged and cannot be opened. Photograph the paper again.',
  },
  'file-too-many-pixels': {
    id: 'Gambar ini terlalu luas untuk dibuka. Foto ulang dengan ukuran biasa.',
    en: 'This picture has too many pixels to open. Take it again at normal size.',
  },
  'file-dangerous': {
    id: 'Berkas berisi program atau tanda virus. Berkas tidak disimpan.',
    en: 'The file contains a program or a virus mark. It was not stored.',
  },
  'file-locked': {
    id: 'PDF ini dikunci sandi. Simpan ulang tanpa sandi.',
    en: 'This PDF is locked with a password. Save it again without one.',
  },
  'file-altered': {
    id: 'Berkas berubah di perjalanan. Kirim ulang.',
    en: 'The file changed on the way. Send it again.',
  },
  'case-full': {
    id: 'Tempat berkas permohonan ini penuh, 120 MB. Hapus yang tidak perlu.',
    en: 'The file space of this case is full, 120 MB. Remove what is not needed.',
  },
  'too-much-waiting': {
    id: 'Terlalu banyak berkas Anda belum dipakai di permohonan. Ajukan atau hapus dulu beberapa.',
    en: 'Too many of your files are not used in an application yet. Send or discard some first.',
  },
  'never-used': {
    id: 'Berkas ini lama tidak dipakai dan sudah dihapus. Kirim ulang.',
    en: 'This file was not used for long and was removed. Send it again.',
  },
  'same-paper': {
    id: 'Foto ini sama dengan yang dikembalikan. Ambil foto baru.',
    en: 'This is the very photo that was returned. Take a new one.',
  },
  'not-now': {
    id: 'Permohonan ini tidak menerima berkas pada tahap ini.',
    en: 'This case takes no files at this stage.',
  },
  'not-found': { id: 'Permohonan atau berkas ini tidak ditemukan.', en: 'This case or file was not found.' },
}

/** Is a file of this size and claimed type worth sending at all? The content is looked at later, by the server. */
export function refuseBeforeSending(file: {
  readonly bytes: number
  readonly mime: string
}): FileRefusalCode | undefined {
  if (file.bytes === 0) return 'file-empty'
  if (file.bytes > PAPER_FILE_LIMIT.bytes) return 'file-too-big'
  // Some phones give no type at all: let the content speak.
  if (file.mime !== '' && !(PAPER_MIMES as readonly string[]).includes(file.mime)) return 'file-wrong-type'
  return undefined
}
