import type { Text } from '#domain/shared/text.ts'
import type { Refusal } from './refusal.ts'

type FullRefusal = Extract<Refusal, { why: 'too-many-proposals' | 'proposal-too-big' | 'case-too-big' }>

const t = (id: string, en: string): Text => ({ id, en })

/** Why a case takes no more of what people add to it. */
export function fullRefusalWords(refusal: FullRefusal): Text {
  switch (refusal.why) {
    case 'too-many-proposals':
      return t(
        `Sudah ada ${refusal.most} usulan yang menunggu. Tunggu pemegang permohonan memutuskan.`,
        `There are ${refusal.most} proposals waiting. Wait until the holder decides on them.`,
      )
    case 'proposal-too-big':
      return t(
        'Usulan ini terlalu panjang. Usulkan dalam bagian yang lebih kecil.',
        'This proposal is too long. Propose it in smaller parts.',
      )
    case 'case-too-big':
      return t(
        'Permohonan ini sudah penuh. Lanjutkan tanpa menambah isian atau catatan.',
        'This application is full. Go on without adding answers or remarks.',
      )
  }
}
