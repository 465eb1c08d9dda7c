import type { Actor } from '#domain/access/actor.ts'
import type { Stage } from '#domain/case/stage.ts'
import { OPEN_STAGES } from '#domain/case/stage.ts'
import type { ShownCounts } from '#domain/kpi/hide-small-cells.ts'
import { hideSmallCells } from '#domain/kpi/hide-small-cells.ts'
import { SERVICES } from '#domain/shared/service-id.ts'
import { nextShell } from '#server/auth/next-shell.ts'
import { readAs } from '#server/db/read-as.ts'

export type StageCounts = {
  readonly stages: readonly Stage[]
  /** One row per stage and the sum below, one column per service and the sum behind; hidden where it would tell of few people. */
  readonly cells: ShownCounts
}

const SHOWN_STAGES = OPEN_STAGES.filter((stage) => stage !== 'DRAFT')

/** Open cases of these areas by stage and service. Only the hidden form ever leaves this function. */
export async function stageCounts(areas: Actor['areas']): Promise<StageCounts> {
  // Figures only, so that leadership has areas here although it opens no case.
  const sight = { personId: '', areas, ownOnly: false }
  const { rows } = await readAs(nextShell().pool, sight, (db) =>
    db.query<{ service: string; stage: string; n: number }>(
      `select service, stage, count(*)::int as n from case_file
     where open and submitted and (negeri = any($1::text[]) or negeri like any($2::text[])) group by service, stage`,
      [areas, areas.map((area) => `${area}.%`)],
    ),
  )
  const countOf = (stage: string, service: string) =>
    rows.find((row) => row.stage === stage && row.service === service)?.n ?? 0
  return {
    stages: SHOWN_STAGES,
    cells: hideSmallCells(SHOWN_STAGES.map((stage) => SERVICES.map((service) => countOf(stage, service)))),
  }
}
