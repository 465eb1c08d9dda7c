import type { Text } from '#domain/shared/text.ts'
import type { OutageKind } from '#domain/sla/time-rules.ts'

/** What does not work, as a person says it. */
export const OUTAGE_TEXT: Record<OutageKind, Text> = {
  SIAK: { id: 'SIAK tidak menjawab', en: 'SIAK does not answer' },
  SIGNATURE: { id: 'Tanda tangan elektronik tidak jalan', en: 'The electronic signature is down' },
  NETWORK: { id: 'Jaringan putus', en: 'The network is down' },
  NO_SIGNER: { id: 'Tidak ada penanda tangan', en: 'There is nobody to sign' },
}

/** Whose clocks stand still because of it. */
export const OUTAGE_STOPS: Record<OutageKind, Text> = {
  SIAK: {
    id: 'Jam entri SIAK, perbaikan, dan TTE berhenti. Verifikasi dan validasi ditandai.',
    en: 'The clocks of SIAK entry, correction and signature stand still. Verification and validation are marked.',
  },
  SIGNATURE: { id: 'Jam TTE berhenti.', en: 'The clock of the signature stands still.' },
  NETWORK: {
    id: 'Jam kantor yang terjangkau berhenti.',
    en: 'The clocks of the offices within reach stand still.',
  },
  NO_SIGNER: {
    id: 'Jam persetujuan dan TTE berhenti.',
    en: 'The clocks of approval and signature stand still.',
  },
}

export const LAW_GOES_ON: Text = { id: 'Batas hukum tetap berjalan.', en: "The law's limit goes on." }
