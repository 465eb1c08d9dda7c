import { passwordWords } from '#domain/access/password-rule.ts'
import { timeInWit } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { FactorRefusal, OwnRefusal } from './api-answers.ts'

/** Why one's own account was not changed, in words. */
export function ownRefusalWords(t: Translate, locale: Locale, refusal: OwnRefusal | FactorRefusal): string {
  switch (refusal.why) {
    case 'wrong-password':
      return t('refusal.wrongPassword', { n: refusal.left })
    case 'wait':
      return t('refusal.wait', { time: timeInWit(refusal.until) })
    case 'password':
      return passwordWords(refusal.refusal)[locale]
    case 'same-password':
      return t('refusal.samePassword')
    case 'wrong-code':
      return t('refusal.wrongCode')
    case 'too-late':
      return t('refusal.tooLate')
    case 'needed-for-role':
      return t('refusal.neededForRole')
  }
}

/** Does the refusal speak of the password that was asked for, or of the new value? */
export function isAboutPassword(refusal: OwnRefusal | FactorRefusal): boolean {
  return refusal.why === 'wrong-password' || refusal.why === 'wait'
}
