import { words } from './define.ts'
import type { ServiceDefinition } from './service-definition.ts'
import { BIRTH_FOUNDLING } from './akta-kelahiran/birth-foundling.ts'
import { BIRTH_REGULAR } from './akta-kelahiran/birth-regular.ts'

/** Akta Kelahiran: the deed of a birth, its excerpt for the citizen, the NIK and the new family card. */
export const AKTA_KELAHIRAN: ServiceDefinition = {
  id: 'AKTA_KELAHIRAN',
  label: words('Akta Kelahiran', 'Birth certificate'),
  numberPrefix: 'AL',
  version: 1,
  fee: words('Gratis', 'Free of charge'),
  kinds: [BIRTH_REGULAR, BIRTH_FOUNDLING],
}
