import type { Stage } from '#domain/case/stage.ts'
import type { TimedRow } from '#domain/sla/stage-time.ts'
import { diceOf } from './histories.ts'

const STAGES: readonly Stage[] = [
  'SUBMITTED',
  'NEGERI_REVIEW',
  'FORWARDED',
  'VERIFICATION',
  'SIAK_ENTRY',
  'VALIDATION',
  'AWAITING_TTE',
]
const HOUR = 3_600_000

/** Rows of open cases as a list has them: in all stages and places, some of them paused before. */
export function dueRows(count: number): readonly TimedRow[] {
  const dice = diceOf(5)
  const now = Date.parse('2026-06-09T10:42:00+09:00')
  return Array.from({ length: count }, () => {
    const stageAt = now - dice.between(0, 60 * HOUR)
    const roundAt = stageAt - dice.between(0, 80 * HOUR)
    const paused = dice.chance(20)
    return {
      service: dice.of(['KK', 'AKTA_KELAHIRAN', 'SKPWNI'] as const),
      kind: 'x',
      birthLate: false,
      negeri: `81.01.${dice.between(10, 17)}.20${dice.between(10, 28)}`,
      stage: dice.of(STAGES),
      stageAt,
      holder: null,
      clock: {
        policy: 1,
        roundAt,
        stageFrom: stageAt,
        stageUsed: paused ? dice.between(0, HOUR) : 0,
        promiseFrom: paused ? stageAt : roundAt,
        promiseUsed: paused ? dice.between(0, 5 * HOUR) : 0,
        lawPaused: paused ? 2 : 0,
      },
    }
  })
}
