import type { Messages } from '#i18n/translate.ts'

/** Words that a phone's screens use, besides the common ones. */
export const PHONE_WORDS: readonly string[] = ['intake', 'outbox', 'phone']

/** What the first screen says of the intake's words. */
const FIRST_SCREEN = /^(?:choose|service|list|cases|waiting|waitingWords|remind\.free|remind\.paper)(?:\.|$)/

/** The words of the first screen alone: half a second of a thin line. Later screens bring the rest, see `whole-words.tsx`. */
export function firstWords({ intake = {}, phone = {} }: Messages): Messages {
  return {
    intake: Object.fromEntries(Object.entries(intake).filter(([key]) => FIRST_SCREEN.test(key))),
    phone,
  }
}
