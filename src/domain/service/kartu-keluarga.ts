import { words } from './define.ts'
import type { ServiceDefinition } from './service-definition.ts'
import { KK_CHANGE_ELEMENT } from './kartu-keluarga/kk-change-element.ts'
import { KK_CHANGE_EVENT } from './kartu-keluarga/kk-change-event.ts'
import { KK_DAMAGED } from './kartu-keluarga/kk-damaged.ts'
import { KK_JOIN } from './kartu-keluarga/kk-join.ts'
import { KK_LOST } from './kartu-keluarga/kk-lost.ts'
import { KK_NEW_ARRIVAL } from './kartu-keluarga/kk-new-arrival.ts'
import { KK_NEW_HEAD } from './kartu-keluarga/kk-new-head.ts'
import { KK_NEW_MARRIAGE } from './kartu-keluarga/kk-new-marriage.ts'
import { KK_NEW_RETURN } from './kartu-keluarga/kk-new-return.ts'
import { KK_NEW_SPLIT } from './kartu-keluarga/kk-new-split.ts'
import { KK_NEW_VULNERABLE } from './kartu-keluarga/kk-new-vulnerable.ts'

/** Kartu Keluarga: the card of a family, by the kinds of F-1.02. */
export const KARTU_KELUARGA: ServiceDefinition = {
  id: 'KK',
  label: words('Kartu Keluarga', 'Family card'),
  numberPrefix: 'KK',
  version: 1,
  fee: words('Gratis', 'Free of charge'),
  kinds: [
    KK_NEW_MARRIAGE,
    KK_NEW_HEAD,
    KK_NEW_SPLIT,
    KK_NEW_ARRIVAL,
    KK_NEW_RETURN,
    KK_NEW_VULNERABLE,
    KK_JOIN,
    KK_CHANGE_EVENT,
    KK_CHANGE_ELEMENT,
    KK_LOST,
    KK_DAMAGED,
  ],
}
