import { timeInWit } from '#i18n/format.ts'
import type { Translate } from '#i18n/translate.ts'

/** Why the last try did not open the door, as the page's address tells it. */
type Reason =
  | { readonly why: 'wrong' | 'wrong-code'; readonly left: number }
  | { readonly why: 'wait'; readonly until: number }
  | { readonly why: 'code' | 'too-late' | 'stale-page' }
  | { readonly why: 'fault'; readonly faultId: string }

type Words = { readonly error?: string; readonly notice?: string; readonly aboutCode: boolean }

/** `error` belongs to the field that was typed into, `notice` to the page. */
export function reasonWords(
  t: Translate,
  reason: Reason | 'no-cookies' | 'sign-in-first' | undefined,
): Words {
  if (reason === undefined) return { aboutCode: false }
  if (reason === 'no-cookies') return { notice: t('reason.noCookies'), aboutCode: false }
  if (reason === 'sign-in-first') return { notice: t('reason.ended'), aboutCode: false }
  switch (reason.why) {
    case 'wrong':
      return {
        error: reason.left > 0 ? t('reason.wrong', { n: reason.left }) : t('reason.wrongLast'),
        aboutCode: false,
      }
    case 'wait':
      return { notice: t('reason.wait', { time: timeInWit(reason.until) }), aboutCode: false }
    case 'code':
      return { aboutCode: true }
    case 'wrong-code':
      return { error: t('reason.wrongCode', { n: reason.left }), aboutCode: true }
    case 'too-late':
      return { notice: t('reason.tooLate'), aboutCode: false }
    case 'stale-page':
      return { notice: t('reason.stalePage'), aboutCode: false }
    case 'fault':
      return { notice: t('reason.fault', { id: reason.faultId }), aboutCode: false }
  }
}
