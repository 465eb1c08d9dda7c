import type { QueueRow } from '#domain/case/queue-row.ts'

/** One case of this negeri as it is kept for reading without a network: what a list says of it, and no number of a person. */
export type OwnCase = Pick<
  QueueRow,
  'id' | 'number' | 'applicant' | 'service' | 'kind' | 'stage' | 'stageAt' | 'negeri' | 'submitted'
>

export const OWN_CASES = 'kasus'
const MOST = 200

/** The newest of them, without drafts: those have a list of their own. */
export function ownCases(rows: Iterable<QueueRow>): readonly OwnCase[] {
  return [...rows]
    .filter((row) => row.submitted)
    .sort((a, b) => b.changedAt - a.changedAt)
    .slice(0, MOST)
    .map(({ id, number, applicant, service, kind, stage, stageAt, negeri, submitted }) => ({
      id,
      number,
      applicant,
      service,
      kind,
      stage,
      stageAt,
      negeri,
      submitted,
    }))
}
