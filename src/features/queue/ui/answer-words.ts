import type { CommandAnswer } from '#domain/case/command-answer.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { namesOf } from '#domain/case/words.ts'
import type { Text } from '#domain/shared/text.ts'
import { longDate, timeInWit } from '#i18n/format.ts'

const same = (words: string): Text => ({ id: words, en: words })

/** Cancelled, or nothing came through: nobody was asked. */
export const UNSENT: Text = { id: 'Belum dikirim.', en: 'Not sent.' }

export function faultWords(faultId: string): Text {
  return {
    id: `Ada gangguan. Bila menelepon, sebutkan nomor ${faultId}.`,
    en: `Something failed. If you call, quote ${faultId}.`,
  }
}

/** Why something was not done, in words: a refusal says who and what, a fault its number. */
export function failureWords(answer: CommandAnswer | { readonly failed: Error }): Text | undefined {
  if ('failed' in answer) {
    if (answer.failed.message !== 'unreachable') return same(answer.failed.message)
    return {
      id: 'Dinas tidak menjawab. Coba lagi saat tersambung.',
      en: 'The office does not answer. Try again once connected.',
    }
  }
  if (answer.ok) return undefined
  return wordsOf(answer.refusal, {
    ...namesOf(undefined),
    time: (at) => same(timeInWit(at)),
    date: (on) => ({ id: longDate(on, 'id'), en: longDate(on, 'en') }),
  })
}
