import { words } from './define.ts'
import type { ServiceDefinition } from './service-definition.ts'
import { MOVE_OUT } from './skpwni/move-out.ts'
import { MOVE_WITHIN } from './skpwni/move-within.ts'

/** SKPWNI: moves of Indonesian citizens. Out of the kabupaten with the letter, within it with a new family card. */
export const SKPWNI: ServiceDefinition = {
  id: 'SKPWNI',
  label: words('Pindah (SKPWNI)', 'Move (SKPWNI)'),
  numberPrefix: 'PD',
  version: 1,
  fee: words('Gratis', 'Free of charge'),
  kinds: [MOVE_OUT, MOVE_WITHIN],
}
