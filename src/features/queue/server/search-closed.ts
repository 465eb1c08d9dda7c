import * as z from 'zod/mini'
import type { Actor } from '#domain/access/actor.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { RowTuple } from '#domain/case/row-codec.ts'
import { encodeRow } from '#domain/case/row-codec.ts'
import { STAGES } from '#domain/case/stage.ts'
import { Uuid } from '#domain/shared/id.ts'
import { Instant } from '#domain/shared/instant.ts'
import { RegionCode } from '#domain/shared/region-code.ts'
import { QueueId } from '#domain/shared/service-id.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { Origin } from '#server/audit/chain.ts'
import type { RowColumns } from '#server/case/rows.ts'
import { ROW_COLUMNS, rowFromColumns } from '#server/case/rows.ts'
import { scopeFilter } from '#server/case/scope.ts'
import { readAs, sightOf } from '#server/db/read-as.ts'
import type { Shell } from '#server/shell.ts'

const SORTS = ['newest', 'oldest', 'name'] as const

/** Where the next page begins: behind this row. Made by the server, brought back by the client, checked like any input. */
const Cursor = z.strictObject({ key: z.union([Instant, z.string().check(z.maxLength(300))]), id: Uuid })
type Cursor = z.infer<typeof Cursor>

export const ClosedSearch = z
  .strictObject({
    queues: z.array(QueueId).check(z.minLength(1), z.maxLength(30)),
    /** Beginnings of words of the applicant's name, or a case number (`AL-26-04117`, or its beginning). */
    words: z.optional(z.string().check(z.maxLength(100))),
    kinds: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(30))),
    stages: z.optional(z.array(z.enum(STAGES)).check(z.maxLength(STAGES.length))),
    /** A kecamatan or a negeri. */
    region: z.optional(RegionCode),
    sort: z.optional(z.enum(SORTS)),
    after: z.optional(Cursor),
    limit: z.optional(z.number().check(z.int(), z.gte(1), z.lte(100))),
  })
  .check(
    z.refine(
      ({ after, sort }) => !after || (typeof after.key === 'string') === (sort === 'name'),
      'the cursor is of another order',
    ),
  )
export type ClosedSearch = z.infer<typeof ClosedSearch>
export type ClosedPage = { readonly rows: readonly RowTuple[]; readonly next: Cursor | null }

type Order = { readonly column: string; readonly cast: string; readonly direction: 'asc' | 'desc' }
const ORDERS: { readonly [sort in (typeof SORTS)[number]]: Order } = {
  newest: { column: 'c.changed_at', cast: 'timestamptz', direction: 'desc' },
  oldest: { column: 'c.changed_at', cast: 'timestamptz', direction: 'asc' },
  name: { column: 'lower(c.applicant)', cast: 'text', direction: 'asc' },
}

/**
 * One page of ended cases that this person may see. By key, never by offset: the thousandth page costs as much as the
 * first, and nothing is counted. A search by words is on record, without the words.
 */
export async function searchClosed(
  shell: Pick<Shell, 'pool' | 'clock'>,
  actor: Actor,
  asked: ClosedSearch,
  origin: Origin,
): Promise<ClosedPage> {
  const { text, values, order, limit } = statementOf(actor, asked)
  const found = (await shell.pool.query<{ id: string }>(text, values)).rows
  const page = await rowsSeen(
    shell,
    actor,
    found.slice(0, limit).map((row) => row.id),
  )
  const last = found.length > limit ? page.at(-1) : undefined
  if (asked.words) {
    const note = {
      action: 'case.searchClosed',
      subject: `queue:${asked.queues.join(',')}`,
      detail: { found: page.length },
    }
    await auditRead(shell, actor, note, origin)
  }
  const key = last && (order === ORDERS.name ? last.applicant.toLowerCase() : last.changedAt)
  return {
    rows: page.map(encodeRow),
    next: last && key !== undefined ? { key, id: last.id } : null,
  }
}

/**
 * What leaves is read behind the wall. What finds it is not: a policy keeps the planner from the index of names, because
 * an index that is asked by words could tell of rows that may not be seen.
 */
async function rowsSeen(
  shell: Pick<Shell, 'pool'>,
  actor: Actor,
  ids: readonly string[],
): Promise<readonly QueueRow[]> {
  if (ids.length === 0) return []
  const { rows } = await readAs(shell.pool, sightOf(actor), (db) =>
    db.query<RowColumns>({
      name: 'rows-found',
      text: `select ${ROW_COLUMNS} from unnest($1::uuid[]) with ordinality found (id, n) join case_file c on c.id = found.id order by found.n`,
      values: [ids],
    }),
  )
  return rows.map(rowFromColumns)
}

function statementOf(
  actor: Actor,
  asked: ClosedSearch,
): { text: string; values: unknown[]; order: Order; limit: number } {
  const order = ORDERS[asked.sort ?? 'newest']
  const limit = asked.limit ?? 50
  const scope = scopeFilter(actor, 2)
  const values: unknown[] = [asked.queues, ...scope.values]
  const conditions = ['not c.open', 'c.queue_id = q.id', scope.text]
  const add = (condition: (parameter: string) => string, value: unknown): void => {
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  const words = asked.words?.trim() ?? ''
  const parts = words.match(/[\p{L}\p{N}]+/gu) ?? []
  if (/^[A-Za-z]{2}-/.test(words)) add((p) => `c.number like ${p}`, `${likeSafe(words.toUpperCase())}%`)
  else if (parts.length > 0) add((p) => `${NAME_WORDS} @@ to_tsquery('simple', ${p})`, prefixQuery(parts))
  else if (words !== '') conditions.push('false') // signs are nobody's name
  if (asked.kinds?.length) add((p) => `c.kind = any(${p}::text[])`, asked.kinds)
  if (asked.stages?.length) add((p) => `c.stage = any(${p}::text[])`, asked.stages)
  if (asked.region) add((p) => `(c.negeri = ${p} or starts_with(c.negeri, ${p} || '.'))`, asked.region)
  if (asked.after) {
    const key = typeof asked.after.key === 'number' ? new Date(asked.after.key) : asked.after.key
    values.push(key, asked.after.id)
    const beyond = order.direction === 'asc' ? '>' : '<'
    conditions.push(
      `(${order.column}, c.id) ${beyond} ($${values.length - 1}::${order.cast}, $${values.length}::uuid)`,
    )
  }
  values.push(limit + 1)
  // Page by page per queue, each along its own index, then the best of them.
  const inOrder = `order by ${order.column} ${order.direction}, c.id ${order.direction} limit $${values.length}`
  const text = `select c.id from (select distinct unnest($1::text[]) as id) q
    cross join lateral (select * from case_file c where ${conditions.join(' and ')} ${inOrder}) c ${inOrder}`
  return { text, values, order, limit }
}

/** As in the index `case_file_closed_names`. */
const NAME_WORDS = "to_tsvector('simple', c.applicant)"

/** `mar man` finds MARTHINUS MANUHUTU. Only letters and digits reach the query language. */
function prefixQuery(parts: readonly string[]): string {
  return parts.map((part) => `${part.toLowerCase()}:*`).join(' & ')
}

function likeSafe(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
