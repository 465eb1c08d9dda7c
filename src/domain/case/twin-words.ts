import type { Text } from '#domain/shared/text.ts'
import type { Refusal } from './refusal.ts'
import type { TwinHappening } from './twin-ruling.ts'
import type { Words } from './words.ts'

const t = (id: string, en: string): Text => ({ id, en })

/** The other case as this reader may know it: by its number, as a draft, or as one that lies elsewhere. */
function named({ other, number }: { readonly other: string; readonly number?: string }): Text {
  if (other === '') return t('permohonan di tempat lain', 'an application elsewhere')
  return number === undefined ? t('sebuah draf', 'a draft') : t(number, number)
}

/** An act on a pair of likely doubles, to follow the name of its author. */
export function twinEventWords(event: TwinHappening): Text {
  if (event.type === 'TwinAsked')
    return t(
      'bertanya ke Dinas: ada yang sama di tempat lain?',
      'asked the office: is there the same elsewhere?',
    )
  const it = named(event)
  switch (event.type) {
    case 'TwinLinked':
      return t(`menghubungkan dengan ${it.id}`, `linked it with ${it.en}`)
    case 'TwinDismissed':
      return t(
        `menyatakan bukan sama dengan ${it.id}${because(event.reason)}`,
        `declared it not the same as ${it.en}${because(event.reason)}`,
      )
    case 'TwinEnded':
      return t(`menggabungkan ke ${it.id}: ${event.words}`, `merged it into ${it.en}: ${event.words}`)
    case 'TwinTaken':
      return t(`menggabungkan ${it.id} ke sini`, `merged ${it.en} into this one`)
    case 'TwinUndone':
      return event.reopens === undefined
        ? t(
            `membatalkan putusan tentang ${it.id}${because(event.reason)}`,
            `took back the ruling on ${it.en}${because(event.reason)}`,
          )
        : t(
            `membuka lagi, tidak jadi digabung ke ${it.id}${because(event.reason)}`,
            `reopened it, not merged into ${it.en} after all${because(event.reason)}`,
          )
  }
}

function because(reason: string): string {
  return reason === '' ? '' : `: ${reason}`
}

/** Why a likely double stands in the way, or cannot be settled like this. */
export function twinRefusalWords(
  refusal: Extract<Refusal, { why: 'twins-unsettled' | 'twin-settled' | 'twin-apart' }>,
  words: Words,
): Text {
  switch (refusal.why) {
    case 'twins-unsettled': {
      const { numbers } = refusal
      if (numbers.length === 0)
        return t(
          'Mungkin sudah diajukan di tempat lain. Tanya Dinas dulu.',
          'It may have been filed elsewhere. Ask the office first.',
        )
      const all = numbers.join(', ')
      return t(
        `Mungkin sama dengan ${all}. Bandingkan dan putuskan dulu.`,
        `It may be the same as ${all}. Compare and decide first.`,
      )
    }
    case 'twin-settled': {
      const at = words.time(refusal.at)
      return t(
        `${refusal.by.name} sudah memutuskan pasangan ini, ${at.id}. Batalkan putusan itu dulu.`,
        `${refusal.by.name} has settled this pair, ${at.en}. Take that ruling back first.`,
      )
    }
    case 'twin-apart':
      return APART[refusal.because]
  }
}

const APART: Record<Extract<Refusal, { why: 'twin-apart' }>['because'], Text> = {
  'other-kind': t(
    'Jenis layanannya berbeda. Hubungkan saja, jangan digabung.',
    'They are of different kinds. Link them instead of merging.',
  ),
  'other-ended': t(
    'Yang satu sudah selesai. Bila sudah pernah dicatat, usulkan penolakan.',
    'The other one has ended. If it is registered already, propose a rejection.',
  ),
  'other-draft': t(
    'Yang satu masih draf. Gabungkan draf itu ke permohonan ini.',
    'The other one is still a draft. Merge that draft into this application.',
  ),
}
