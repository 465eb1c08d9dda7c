import type { Text } from '#domain/shared/text.ts'
import type { ReasonCode } from './reason.ts'

const t = (id: string, en: string): Text => ({ id, en })

/** A sentence to begin with, for the person who must mend it. It can be changed freely. */
export function readyWords(code: ReasonCode | '', place: string, locale: keyof Text): string {
  if (code === '') return ''
  return READY[code][locale].replace(
    '{it}',
    place === '' ? (locale === 'id' ? 'berkas ini' : 'this paper') : place,
  )
}

const READY: Record<ReasonCode, Text> = {
  DOC_MISSING: t('Foto dan lampirkan {it}.', 'Photograph and attach {it}.'),
  DOC_UNREADABLE: t(
    'Foto ulang {it} di tempat terang. Semua sisi dan tulisan harus terbaca.',
    'Photograph {it} again in good light. All edges and words must be readable.',
  ),
  DOC_NOT_ORIGINAL: t(
    'Foto {it} yang asli, bukan fotokopinya.',
    'Photograph the original of {it}, not a copy.',
  ),
  DOC_EXPIRED: t(
    '{it} sudah tidak berlaku. Lampirkan yang masih berlaku.',
    '{it} is no longer valid. Attach one that is.',
  ),
  DOC_WRONG_PERSON: t(
    '{it} milik orang lain. Lampirkan milik orang yang datanya diurus.',
    '{it} belongs to someone else. Attach that of the person concerned.',
  ),
  FORM_INCOMPLETE: t('Lengkapi isian {it}.', 'Complete {it}.'),
  FORM_UNSIGNED: t('Tanda tangani {it}, lalu foto ulang.', 'Sign {it}, then photograph it again.'),
  WITNESS_INVALID: t(
    'Tulis dua saksi yang berbeda, masing-masing dengan NIK.',
    'Name two different witnesses, each with a NIK.',
  ),
  NIK_NOT_FOUND: t(
    'NIK di {it} tidak ada di SIAK. Cocokkan dengan KTP-el.',
    'The NIK in {it} is not in SIAK. Compare with the KTP-el.',
  ),
  NIK_DUPLICATE: t(
    'Ada biodata ganda. Pemohon datang ke Dinas membawa KTP-el dan KK.',
    'There is a double record. The applicant comes to the office with KTP-el and family card.',
  ),
  KK_MISMATCH: t(
    '{it} berbeda dengan Kartu Keluarga. Betulkan, atau lampirkan buktinya.',
    '{it} differs from the family card. Correct it, or attach the proof.',
  ),
  DATA_CONFLICT: t(
    '{it} berbeda antar berkas. Tulis yang benar dan lampirkan buktinya.',
    '{it} differs between papers. Write the right one and attach the proof.',
  ),
  NAME_RULE: t(
    'Nama harus paling sedikit dua kata, paling banyak 60 huruf, tanpa singkatan.',
    'The name needs at least two words, at most 60 letters, no abbreviations.',
  ),
  SHDK_INVALID: t('Betulkan hubungan keluarga di {it}.', 'Correct the family relation in {it}.'),
  HEAD_UNDERAGE: t(
    'Tunjuk kepala keluarga yang sudah dewasa, atau lampirkan pernyataan wali.',
    'Name an adult head of the family, or attach the statement of a guardian.',
  ),
  SPLIT_NOT_ELIGIBLE: t(
    'Pisah KK hanya untuk yang berusia 17 tahun atau sudah pernah kawin.',
    'A split needs age 17 or a marriage.',
  ),
  MARRIAGE_PROOF: t(
    'Lampirkan buku nikah atau kutipan akta perkawinan. Tidak ada? Isi F-2.04.',
    'Attach the marriage book or deed. None? Fill in F-2.04.',
  ),
  BIRTH_PROOF: t(
    'Lampirkan surat keterangan kelahiran. Tidak ada? Isi F-2.03.',
    'Attach the certificate of birth. None? Fill in F-2.03.',
  ),
  PARENT_STATUS: t(
    'Jelaskan status orang tua dan lampirkan dasarnya.',
    'Explain the status of the parents and attach its ground.',
  ),
  ALREADY_REGISTERED: t(
    'Peristiwa ini sudah pernah dicatat. Lampirkan akta yang ada.',
    'This event is registered already. Attach the deed.',
  ),
  LOSS_REPORT: t(
    'Lampirkan surat keterangan hilang dari Kepolisian.',
    'Attach the loss report of the police.',
  ),
  ELEMENT_PROOF: t('Lampirkan dasar perubahan {it}.', 'Attach the ground for the change of {it}.'),
  DEST_ADDRESS: t(
    'Lengkapi alamat tujuan sampai desa, RT dan RW.',
    'Complete the destination address down to village, RT and RW.',
  ),
  MEMBERS_INVALID: t(
    'Cocokkan daftar anggota yang pindah dengan Kartu Keluarga.',
    'Compare the list of movers with the family card.',
  ),
  GUARDIAN_LETTER: t('Lampirkan surat kuasa pengasuhan anak.', 'Attach the letter of guardianship.'),
  HOUSE_CONSENT: t(
    'Lampirkan pernyataan tidak keberatan dari pemilik rumah.',
    "Attach the house owner's consent.",
  ),
  SKPWNI_INVALID: t(
    'SKPWNI asal tidak ditemukan. Minta daerah asal memeriksanya.',
    'The SKPWNI of origin was not found. Ask the place of origin to check it.',
  ),
  NOT_ENTITLED: t(
    'Pemohon bukan keluarga. Lampirkan surat kuasa F-1.07.',
    'The applicant is not family. Attach the power of attorney F-1.07.',
  ),
  WRONG_OFFICE: t(
    'Domisili di luar kabupaten ini. Ajukan di daerah domisili.',
    'The domicile is elsewhere. Apply there.',
  ),
  FALSE_DATA: t('', ''),
  OTHER: t('', ''),
}
