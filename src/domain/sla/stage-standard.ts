import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Stage } from '#domain/case/stage.ts'

type Standard = { readonly [stage in Stage]?: number }

const forKk: Standard = {
  SUBMITTED: 450,
  NEGERI_REVIEW: 450,
  FORWARDED: 120,
  VERIFICATION: 240,
  SIAK_ENTRY: 180,
  CORRECTION: 180,
  VALIDATION: 180,
  AWAITING_TTE: 180,
  ISSUED: 450,
}
const forBirthLate: Standard = { ...forKk, VERIFICATION: 360, VALIDATION: 240, HEAD_APPROVAL: 720 }
const forSkpwni: Standard = {
  SUBMITTED: 120,
  NEGERI_REVIEW: 120,
  FORWARDED: 30,
  VERIFICATION: 90,
  SIAK_ENTRY: 60,
  CORRECTION: 60,
  VALIDATION: 60,
  AWAITING_TTE: 90,
  ISSUED: 450,
}

/**
 * How long a case may stay in a stage, in working minutes; undefined where no clock of ours runs (draft, returned, on
 * hold, handed over, ended). `SUBMITTED` and `NEGERI_REVIEW` share one allowance. A correction has that of the entry.
 */
export function stageStandardMinutes(
  service: ServiceId,
  birthLate: boolean,
  stage: Stage,
): number | undefined {
  switch (service) {
    case 'KK':
      return forKk[stage]
    case 'AKTA_KELAHIRAN':
      return (birthLate ? forBirthLate : forKk)[stage]
    case 'SKPWNI':
      return forSkpwni[stage]
  }
}
