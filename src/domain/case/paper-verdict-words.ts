import type { Text } from '#domain/shared/text.ts'
import type { OverrideReason, PaperFault, PaperVerdict } from './paper-verdict.ts'

// A table is read by its rows.
// oxfmt-ignore
export const PAPER_FAULT_TEXT: Record<PaperFault, { readonly label: Text; readonly hint: Text }> = {
  cutOff: { label: { id: 'terpotong', en: 'cut off' }, hint: { id: 'Terpotong. Semua sisi kertas harus terlihat.', en: 'Cut off. Every side of the paper must be seen.' } },
  dark: { label: { id: 'gelap', en: 'dark' }, hint: { id: 'Terlalu gelap. Cari tempat terang atau nyalakan lampu.', en: 'Too dark. Find light or switch on the lamp.' } },
  glare: { label: { id: 'silau', en: 'glare' }, hint: { id: 'Ada silau di tulisan. Miringkan sedikit, jauhkan dari lampu.', en: 'Glare on the writing. Tilt it a little, away from the lamp.' } },
  blurred: { label: { id: 'buram', en: 'blurred' }, hint: { id: 'Terlalu buram. Dekatkan, tahan sebentar.', en: 'Too blurred. Move closer, hold still.' } },
  tooSmall: { label: { id: 'terlalu kecil', en: 'too small' }, hint: { id: 'Tulisan terlalu kecil. Dekatkan sampai kertas memenuhi bingkai.', en: 'The writing is too small. Move closer until the paper fills the frame.' } },
  turned: { label: { id: 'salah arah', en: 'wrong way round' }, hint: { id: 'Salah arah. Putar sampai tulisan tegak.', en: 'The wrong way round. Turn it until the writing stands upright.' } },
  tilted: { label: { id: 'miring', en: 'tilted' }, hint: { id: 'Miring. Luruskan kertas dengan bingkai.', en: 'Tilted. Line the paper up with the frame.' } },
}

// oxfmt-ignore
export const OVERRIDE_TEXT: Record<OverrideReason, Text> = {
  paperItself: { id: 'Kertas aslinya memang begitu', en: 'The paper itself is like that' },
  noLight: { id: 'Tidak ada cahaya yang lebih baik', en: 'There is no better light' },
  camera: { id: 'Kamera HP ini tidak bisa lebih baik', en: 'This camera can do no better' },
  mustLeave: { id: 'Pemohon tidak bisa menunggu', en: 'The applicant cannot wait' },
  readable: { id: 'Sudah dibaca, semua tulisan jelas', en: 'I have read it, all of it is clear' },
  other: { id: 'Alasan lain', en: 'Another reason' },
}

/** "buram, gelap": the faults of a verdict by name; undefined when there is nothing to tell. */
export function faultsInWords(verdict: PaperVerdict | undefined): Text | undefined {
  if (verdict === undefined || verdict.faults.length === 0) return undefined
  const labels = verdict.faults.map(({ fault }) => PAPER_FAULT_TEXT[fault].label)
  return {
    id: labels.map((label) => label.id).join(', '),
    en: labels.map((label) => label.en).join(', '),
  }
}

/** Why it was used all the same, in one line; undefined when no reason was given. */
export function overrideInWords(verdict: PaperVerdict | undefined): Text | undefined {
  const override = verdict?.override
  if (override === undefined) return undefined
  if (override.reason === 'other' && override.words) return { id: override.words, en: override.words }
  const own = override.words ? `: ${override.words}` : ''
  return { id: OVERRIDE_TEXT[override.reason].id + own, en: OVERRIDE_TEXT[override.reason].en + own }
}
