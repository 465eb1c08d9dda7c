import type { Policy, Standard } from './time-rules.ts'

const hours = (count: number): number => count * 60

const family: Standard = {
  service: 'KK',
  promise: { days: 3 },
  lawDays: 14,
  stages: {
    SUBMITTED: hours(7.5),
    FORWARDED: hours(2),
    VERIFICATION: hours(4),
    SIAK_ENTRY: hours(3),
    CORRECTION: hours(3),
    VALIDATION: hours(3),
    AWAITING_TTE: hours(3),
    ISSUED: hours(7.5),
  },
}
const birth: Standard = { ...family, service: 'AKTA_KELAHIRAN', birthLate: false, lawDays: 30 }
const lateBirth: Standard = {
  ...birth,
  birthLate: true,
  promise: { days: 5 },
  stages: { ...birth.stages, VERIFICATION: hours(6), VALIDATION: hours(4), HEAD_APPROVAL: hours(12) },
}
const move: Standard = {
  service: 'SKPWNI',
  promise: { days: 1 },
  lawDays: 14,
  stages: {
    SUBMITTED: hours(2),
    FORWARDED: hours(0.5),
    VERIFICATION: hours(1.5),
    SIAK_ENTRY: hours(1),
    CORRECTION: hours(1),
    VALIDATION: hours(1),
    AWAITING_TTE: hours(1.5),
    ISSUED: hours(7.5),
  },
}

/**
 * The standard that the system is installed with, until the Dinas sets its own (LOCAL). Hours per stage add up to the
 * promise; a correction has the time of the entry.
 * @law UU 23/2006 art. 69 (calendar days); Permendagri 19/2018
 */
export const FIRST_POLICY: Policy = {
  version: 1,
  validFrom: '2020-01-01',
  source: 'UU 23/2006 pasal 69; usul standar pelayanan (LOCAL)',
  standards: [family, birth, lateBirth, move],
}
