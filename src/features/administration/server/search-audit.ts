import * as z from 'zod/mini'
import type { Actor } from '#domain/access/actor.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import { LocalDate, toDayNumber, WIT_OFFSET_MS } from '#domain/shared/local-date.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import type { Admin } from './keep-person.ts'
import { scopeOf, WITHIN_SCOPE } from './people-sql.ts'

const PAGE = 50
const shortText = z.string().check(z.trim(), z.maxLength(100))
/** The place of the last row shown: what comes after it is asked with it. */
const Mark = z.strictObject({
  at: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
  chain: shortText,
  index: z.string().check(z.regex(/^\d{1,18}$/)),
})

export const AuditSearch = z.strictObject({
  /** Username, or part of a name. */
  person: z.optional(shortText),
  /** A case number, a case's id, or a username that something was done to. */
  subject: z.optional(shortText),
  /** `case.`, `case.reveal`, `session.` … */
  action: z.optional(z.string().check(z.regex(/^[a-zA-Z.]{1,40}$/))),
  from: z.optional(LocalDate),
  to: z.optional(LocalDate),
  before: z.optional(Mark),
})
export type AuditSearch = z.infer<typeof AuditSearch>

export type AuditRow = {
  readonly mark: z.infer<typeof Mark>
  readonly at: number
  readonly personId: string
  readonly personName: string | null
  readonly role: string
  readonly action: string
  readonly subject: string
  /** What a person calls the subject: a case number or a username. */
  readonly subjectName: string | null
  readonly detail: unknown
  readonly address: string
  readonly device: string
}
export type AuditPage = { readonly rows: readonly AuditRow[]; readonly more: boolean }

/**
 * Entries of an area: those of its queues, and those of its people. Latest first, fifty at a time; the search is
 * itself put on record before anything is shown.
 */
export async function searchAudit({ shell, actor, origin }: Admin, search: AuditSearch): Promise<AuditPage> {
  const { before, ...asked } = search
  await auditRead(shell, actor, { action: 'audit.search', subject: 'audit', detail: asked }, origin)
  const { rows } = await shell.pool.query<
    Omit<AuditRow, 'mark' | 'at'> & { at: Date; chain: string; index: string }
  >(SEARCH, [
    ...scopeOf(actor),
    regenciesOf(actor),
    asked.person || null,
    asked.subject || null,
    asked.action || null,
    asked.from === undefined ? null : startOf(asked.from),
    asked.to === undefined ? null : new Date(startOf(asked.to).getTime() + DAY_MS),
    before?.at ?? null,
    before?.chain ?? null,
    before?.index ?? null,
    PAGE + 1,
  ])
  const page = rows.slice(0, PAGE).map(({ at, chain, index, ...row }) => ({
    ...row,
    at: at.getTime(),
    mark: { at: at.toISOString(), chain, index },
  }))
  return { rows: page, more: rows.length > PAGE }
}

/** Whole kabupaten of this administrator: all of a queue's record is theirs only if all of the queue is. */
function regenciesOf(actor: Actor): string[] {
  return actor.role === 'ADMIN'
    ? actor.areas
        .filter((area) => area.length <= 5)
        .map((area) => (area.length === 2 ? `${area}.%` : `${area}/%`))
    : []
}

function startOf(date: LocalDate): Date {
  return new Date(toDayNumber(date) * DAY_MS - WIT_OFFSET_MS)
}

const SEARCH = `
  with mine as (select p.id, p.id::text as key, p.username, p.name from person p where ${WITHIN_SCOPE})
  select e.chain, e.index::text as index, e.at, e.person_id as "personId", actor.name as "personName", e.role, e.action, e.subject,
    coalesce(about.username, (select c.number from case_file c where c.id::text = e.subject)) as "subjectName", e.detail, e.address, e.device
  from audit_entry e
  left join mine actor on actor.key = e.person_id
  left join mine about on 'person:' || about.key = e.subject
  where (e.chain like any($3::text[]) or actor.id is not null or about.id is not null or e.subject = 'person:unknown')
    and ($4::text is null or actor.username = lower($4) or actor.name ilike '%' || $4 || '%')
    and ($5::text is null or e.subject = $5 or about.username = lower($5)
      or e.subject in (select c.id::text from case_file c where c.number = upper($5)))
    and ($6::text is null or e.action = $6 or (right($6, 1) = '.' and starts_with(e.action, $6)))
    and ($7::timestamptz is null or e.at >= $7) and ($8::timestamptz is null or e.at < $8)
    and ($9::timestamptz is null or (e.at, e.chain, e.index) < ($9, $10::text, $11::bigint))
  order by e.at desc, e.chain desc, e.index desc limit $12`
