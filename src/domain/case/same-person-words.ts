import type { Text } from '#domain/shared/text.ts'
import type { Refusal } from './refusal.ts'

const t = (id: string, en: string): Text => ({ id, en })

/** Why one and the same person may not do both: what they did before, and that someone else must go on. */
export function samePersonWords(did: Extract<Refusal, { why: 'same-person' }>['did']): Text {
  switch (did) {
    case 'siak-entry':
      return t(
        'Draf ini Anda yang entri. Persetujuan harus oleh orang lain.',
        'You entered this draft. Another person must approve it.',
      )
    case 'validation':
      return t(
        'Draf ini sudah divalidasi orang yang sama. Harus oleh orang lain.',
        'The same person validated this draft. It must be someone else.',
      )
    case 'rejection':
      return t(
        'Penolakan ini Anda yang usulkan. Orang lain yang memutuskan.',
        'You proposed this rejection. Another person must decide.',
      )
    case 'submission':
      return t(
        'Permohonan keluarga Anda diteruskan oleh petugas lain.',
        "Your family's application is forwarded by another officer.",
      )
  }
}
