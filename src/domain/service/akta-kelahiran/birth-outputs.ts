import type { Situation } from '../answers.ts'
import { words } from '../define.ts'
import { ADULT_AGE, ageIn } from '../read-answers.ts'
import type { Output } from '../service-definition.ts'

const isChild = ({ answers, reportOn }: Situation): boolean =>
  (ageIn(answers, 'birthDate', reportOn) ?? 0) < ADULT_AGE

/** "Three in one": the deed, the card with the child on it, and later the child's own card. */
export const BIRTH_OUTPUTS: readonly Output[] = [
  { id: 'AKTA', label: words('Kutipan Akta Kelahiran', 'Birth certificate'), selfPrint: true },
  {
    id: 'KK',
    label: words('KK yang memuat anak', 'Family card with the child'),
    selfPrint: true,
    givenWhen: isChild,
  },
  {
    id: 'KIA',
    label: words('Kartu Identitas Anak', 'Child identity card'),
    selfPrint: false,
    optional: true,
    givenWhen: isChild,
  },
]
