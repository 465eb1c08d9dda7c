import { words } from './define.ts'
import type { ServiceDefinition } from './service-definition.ts'
import { KK_LOST } from './kartu-keluarga/kk-lost.ts'

/** Kartu Keluarga: the card of a family, by the kinds of F-1.02. */
export const KARTU_KELUARGA: ServiceDefinition = {
  id: 'KK',
  label: words('Kartu Keluarga', 'Family card'),
  numberPrefix: 'KK',
  version: 1,
  fee: words('Gratis', 'Free of charge'),
  kinds: [KK_LOST],
}
