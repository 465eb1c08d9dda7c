import type { Text } from '#domain/shared/text.ts'
import type { NextReason } from './next-best.ts'

const t = (id: string, en: string): Text => ({ id, en })

/** Why this case comes first, in words; `spell` says working minutes as the list does. */
export function reasonWords(reasons: readonly NextReason[], spell: (minutes: number) => Text): Text {
  const words = reasons.map((reason) => wordsOf(reason, spell))
  return t(words.map((one) => one.id).join(', '), words.map((one) => one.en).join(', '))
}

function wordsOf(reason: NextReason, spell: (minutes: number) => Text): Text {
  switch (reason.why) {
    case 'late': {
      const time = spell(reason.minutes)
      return t(`sudah lewat ${time.id}`, `late by ${time.en}`)
    }
    case 'soon':
    case 'left': {
      const time = spell(reason.minutes)
      return reason.why === 'soon'
        ? t(`hampir lewat, ${time.id} lagi`, `nearly late, ${time.en} left`)
        : t(`sisa waktunya paling sedikit, ${time.id}`, `the least time left, ${time.en}`)
    }
    case 'urgent':
      return t('kebutuhan mendesak', 'urgent need')
    case 'vulnerable':
      return t('kelompok rentan didahulukan', 'vulnerable people come first')
    case 'oldest':
      return reason.days > 0
        ? t(`paling lama menunggu, ${reason.days} hari`, `waiting longest, ${reason.days} days`)
        : t('paling lama menunggu', 'waiting longest')
    case 'own':
      return t('layanan dan wilayah Anda sendiri', 'your own services and area')
    case 'only':
      return t('satu-satunya yang bebas', 'the only free one')
  }
}
