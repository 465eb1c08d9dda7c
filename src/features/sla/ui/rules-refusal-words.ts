import type { Translate } from '#i18n/translate.ts'

/** Why a change of the rules was not made, and what to do. */
export function rulesRefusalWords(t: Translate, refusal: { readonly why: string }): string {
  return t(`refusal.${refusal.why}`)
}
