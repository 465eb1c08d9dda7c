import type { Text } from '#domain/shared/text.ts'
import type { Refusal } from './refusal.ts'
import type { Words } from './words.ts'
import { listed } from './words.ts'

// Apart from the words of pins themselves: a list says refusals too, and carries no schemas of reasons.

const t = (id: string, en: string): Text => ({ id, en })

type PinRefusal = Extract<
  Refusal,
  {
    why:
      | 'unknown-pin'
      | 'pin-without-words'
      | 'too-many-pins'
      | 'pin-not-yours'
      | 'pins-waiting'
      | 'pins-left-out'
      | 'locked'
      | 'same-paper'
  }
>

/** Why something about a pin, or about what a return keeps locked, was not done. */
export function pinRefusalWords(refusal: PinRefusal, words: Words): Text {
  switch (refusal.why) {
    case 'unknown-pin':
      return t(
        'Pin ini tidak ada atau sudah selesai. Muat ulang halaman.',
        'This pin does not exist or is settled. Reload the page.',
      )
    case 'pin-without-words':
      return t('Pilih apa yang salah, atau tulis catatannya.', 'Choose what is wrong, or write the remark.')
    case 'too-many-pins':
      return t(
        `Sudah ada ${refusal.most} di sini. Selesaikan dulu beberapa.`,
        `There are ${refusal.most} here already. Settle some first.`,
      )
    case 'pin-not-yours':
      return t(
        `Pin ini dari ${refusal.by.name}. Jawab di bawahnya.`,
        `This pin is from ${refusal.by.name}. Answer below it.`,
      )
    case 'pins-waiting': {
      const { id, en } = numbered(refusal.numbers)
      const { length } = refusal.numbers
      return t(`Pastikan ${length} hal lagi dulu: ${id}.`, `Settle ${length} more first: ${en}.`)
    }
    case 'pins-left-out': {
      const { id, en } = numbered(refusal.numbers)
      return t(
        `Sertakan juga ${id}, atau pastikan sudah baik.`,
        `Take ${en} along, or confirm that it is good.`,
      )
    }
    case 'locked': {
      const names = listed([...refusal.ruleIds.map(words.paper), ...refusal.fields.map(words.field)])
      return t(
        `Terkunci: ${names.id}. Dinas hanya meminta yang ditandai.`,
        `Locked: ${names.en}. Only what was marked is asked for.`,
      )
    }
    case 'same-paper':
      return t(
        'Foto ini sama dengan yang dikembalikan. Ambil foto baru.',
        'This is the very photo that was returned. Take a new one.',
      )
  }
}

function numbered(numbers: readonly number[]): Text {
  return listed(numbers.map((number) => t(`pin ${number}`, `pin ${number}`)))
}
