import type { Situation } from '#domain/service/answers.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Text } from '#domain/shared/text.ts'

/** Another application that a family can begin in the same sitting, and why it is offered. */
export type BundleOffer = { readonly service: ServiceId; readonly kind: string; readonly because: Text }

const KK_WITH_CHILD: BundleOffer = {
  service: 'KK',
  kind: 'KK_CHANGE_EVENT',
  because: { id: 'Anak dicatat di KK yang ada.', en: 'The child is recorded on the present card.' },
}

const KK_OF_COUPLE: BundleOffer = {
  service: 'KK',
  kind: 'KK_NEW_MARRIAGE',
  because: { id: 'Orang tua belum punya KK sendiri.', en: 'The parents have no card of their own yet.' },
}

/**
 * What is offered beside an application: for a birth the card that will name the child, and whatever the kind itself
 * makes necessary (a twin, a family left without its head). Each becomes a case of its own, with its own clock.
 */
export function bundleOffers(kind: KindDefinition, situation: Situation): readonly BundleOffer[] {
  const own = kind.followUps?.(situation) ?? []
  if (kind.id === 'BIRTH_FOUNDLING') return [KK_WITH_CHILD, ...own]
  if (kind.id !== 'BIRTH_REGULAR') return own
  return situation.answers['hasMarriageProof'] === true
    ? [KK_WITH_CHILD, KK_OF_COUPLE, ...own]
    : [KK_WITH_CHILD, ...own]
}
