import type { Translate } from '#i18n/translate.ts'
import type { PersonRefusal } from './api-answers.ts'

/** Why an account was not changed, in words. */
export function personRefusalWords(t: Translate, refusal: PersonRefusal): string {
  if (refusal.why === 'area-unknown') return t('refusal.area-unknown', { area: refusal.area })
  return t(`refusal.${refusal.why}`)
}
