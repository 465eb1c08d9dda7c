import type { Text } from '#domain/shared/text.ts'
import type { Situation } from '../answers.ts'
import { saysNo, saysYes } from '../read-answers.ts'

/** What proves the marriage of the parents, and with it what the deed says. Follows from the answers, never asked. */
export type BirthEvidence = 'MARRIAGE_PROOF' | 'COUPLE_STATEMENT' | 'MOTHER_ONLY' | 'UNKNOWN'

/**
 * Marriage proof, else F-2.04 when the KK shows husband and wife, else the child is of a mother only and the father's
 * part stays empty. `UNKNOWN` while the questions are not answered.
 */
export function birthEvidence({ answers }: Situation): BirthEvidence {
  if (saysYes(answers, 'hasMarriageProof')) return 'MARRIAGE_PROOF'
  if (!saysNo(answers, 'hasMarriageProof')) return 'UNKNOWN'
  if (saysYes(answers, 'kkShowsCouple')) return 'COUPLE_STATEMENT'
  return saysNo(answers, 'kkShowsCouple') ? 'MOTHER_ONLY' : 'UNKNOWN'
}

/** Has the deed a father? Only with marriage proof or F-2.04. */
export function hasFather(situation: Situation): boolean {
  return ['MARRIAGE_PROOF', 'COUPLE_STATEMENT'].includes(birthEvidence(situation))
}

const SAYS: Record<Exclude<BirthEvidence, 'UNKNOWN'>, Text> = {
  MARRIAGE_PROOF: {
    id: 'Di akta tertulis: anak dari ayah dan ibu.',
    en: 'The deed says: child of father and mother.',
  },
  COUPLE_STATEMENT: {
    id: 'Di akta tertulis ayah dan ibu, dengan catatan perkawinan belum tercatat. Perlu F-2.04.',
    en: 'The deed names both parents, with the note that the marriage is not recorded. F-2.04 is needed.',
  },
  MOTHER_ONLY: {
    id: 'Di akta tertulis: anak seorang ibu. Bagian ayah dikosongkan.',
    en: "The deed says: child of a mother. The father's part stays empty.",
  },
}

/** What the deed will say of the parents, in words. */
export function birthEvidenceWords(situation: Situation): Text | undefined {
  const evidence = birthEvidence(situation)
  return evidence === 'UNKNOWN' ? undefined : SAYS[evidence]
}
