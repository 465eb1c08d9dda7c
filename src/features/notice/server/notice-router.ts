import * as z from 'zod/mini'
import type { CaseEvent } from '#domain/case/case-event.ts'
import { Uuid } from '#domain/shared/id.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { DigestContent } from '#domain/sla/digest-content.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import { router, signedIn } from '#server/trpc/trpc.ts'

export type DigestView = {
  readonly id: string
  readonly at: Instant
  readonly readAt: Instant | null
  readonly content: DigestContent
}
export type NoticeView = {
  readonly key: string
  readonly caseId: string
  readonly kind: CaseEvent['type']
  readonly number: string | null
  readonly at: Instant
}

const MOST = 50
const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

/** What a person was told: digests of the clocks, and what happened to cases that concern them. Nobody else's. */
export const noticeRouter = router({
  mine: signedIn.query(({ ctx: { shell, actor } }) =>
    readAs(shell.pool, sightOf(actor), async (db) => {
      const { rows: digests } = await db.query<DigestView>(
        `select id, ${ms('at')} as at, ${ms('read_at')} as "readAt", content from digest where person_id = $1 order by at desc limit $2`,
        [actor.id, MOST],
      )
      const { rows: notices } = await db.query<NoticeView>(
        `select n.key, n.case_id as "caseId", n.kind, f.number, ${ms('n.at')} as at
         from notice n join case_file f on f.id = n.case_id where n.person_id = $1 order by n.at desc limit $2`,
        [actor.id, MOST],
      )
      return { digests, notices }
    }),
  ),
  waiting: signedIn.query(async ({ ctx: { shell, actor } }) => {
    const { rows } = await readAs(shell.pool, sightOf(actor), (db) =>
      db.query<{ n: number }>(
        'select count(*)::int as n from digest where person_id = $1 and read_at is null',
        [actor.id],
      ),
    )
    return rows[0]?.n ?? 0
  }),
  /** Read: it stays in the list and counts no more. */
  read: signedIn
    .input(z.strictObject({ ids: z.array(Uuid).check(z.maxLength(MOST)) }))
    .mutation(async ({ ctx: { shell, actor }, input }) => {
      const { rowCount } = await shell.pool.query(
        'update digest set read_at = $3 where person_id = $1 and id = any($2::uuid[]) and read_at is null',
        [actor.id, input.ids, new Date(shell.clock())],
      )
      return { read: rowCount ?? 0 }
    }),
})
