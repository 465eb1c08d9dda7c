import type { Text } from '#domain/shared/text.ts'

export const CONSIGNMENT_REFUSALS = [
  'not-a-consignment',
  'version-unknown',
  'too-big',
  'torn',
  'other-house',
  'forged',
  'device-unknown',
] as const
/** Why a sealed file was not taken at all. Nothing of it was stored, and nothing on the phone is lost. */
export type ConsignmentRefusal = (typeof CONSIGNMENT_REFUSALS)[number]

/** Why a sealed file waits for the supervisor. */
export type HeldBecause = 'account-disabled' | 'device-revoked'

export const CONSIGNMENT_REFUSAL_TEXT: Record<ConsignmentRefusal, Text> = {
  'not-a-consignment': {
    id: 'Ini bukan berkas kapal. Pilih berkas yang berakhiran .antrean.',
    en: 'This is no boat file. Choose the file that ends in .antrean.',
  },
  'version-unknown': {
    id: 'Berkas kapal ini dari versi lain. Perbarui aplikasi di HP, lalu ekspor ulang.',
    en: 'This boat file is of another version. Update the app on the phone, then export again.',
  },
  'too-big': {
    id: 'Berkas kapal ini terlalu besar. Ekspor sebagian permohonan dulu.',
    en: 'This boat file is too big. Export some of the cases first.',
  },
  torn: {
    id: 'Berkas ini terpotong atau rusak. Tidak ada yang disimpan. Salin ulang dari HP.',
    en: 'This file is cut or damaged. Nothing was stored. Copy it from the phone again.',
  },
  'other-house': {
    id: 'Berkas ini tidak dibuat untuk Dinas ini, atau kuncinya sudah lewat 90 hari. Ekspor ulang dari HP.',
    en: 'This file was not made for this Dinas, or its key is over 90 days old. Export again on the phone.',
  },
  forged: {
    id: 'Tanda tangan berkas ini tidak cocok. Tidak ada yang disimpan.',
    en: 'The signature of this file does not match. Nothing was stored.',
  },
  'device-unknown': {
    id: 'HP yang membuat berkas ini belum terdaftar di Dinas. Masuk sekali dengan sinyal, lalu ekspor ulang.',
    en: 'The phone that made this file is not registered. Sign in once with a signal, then export again.',
  },
}

export const HELD_BECAUSE_TEXT: Record<HeldBecause, Text> = {
  'account-disabled': {
    id: 'Akun petugas yang menulisnya sudah ditutup. Supervisor memutuskan.',
    en: 'The account of the officer who wrote it is closed. The supervisor decides.',
  },
  'device-revoked': {
    id: 'HP yang membuatnya sudah dicabut. Supervisor memutuskan.',
    en: 'The phone that made it was revoked. The supervisor decides.',
  },
}
