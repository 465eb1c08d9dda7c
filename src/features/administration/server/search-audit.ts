import * as z from 'zod/mini'
import { DAY_MS } from '#domain/shared/instant.ts'
import { LocalDate, toDayNumber, WIT_OFFSET_MS } from '#domain/shared/local-date.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import { readAs } from '#server/db/read-as.ts'
import type { AuditedPerson } from './audit-sql.ts'
import { findEntries, peopleOf, subjectNames, subjectsOf, wholeQueues } from './audit-sql.ts'
import type { Admin } from './keep-person.ts'
import type { Db } from './people-sql.ts'

const PAGE = 50
const shortText = z.string().check(z.trim(), z.maxLength(100))
/** The place of the last row shown: what comes after it is asked with it. */
const Mark = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
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
  // An administrator opens no case; that one exists, and its number, is seen within their areas.
  const sight = { personId: actor.id, areas: actor.areas, ownOnly: false }
  return readAs(shell.pool, sight, (db) => findPage(db, actor, asked, before))
}

async function findPage(
  db: Db,
  actor: Admin['actor'],
  asked: Omit<AuditSearch, 'before'>,
  before: AuditSearch['before'],
): Promise<AuditPage> {
  const mine = await peopleOf(db, actor)
  const rows = await findEntries(db, {
    chains: wholeQueues(actor),
    mine: mine.map(({ id }) => id),
    people: asked.person
      ? mine.filter((person) => isCalled(person, asked.person ?? '')).map(({ id }) => id)
      : undefined,
    subjects: asked.subject ? await subjectsOf(db, actor, mine, asked.subject) : undefined,
    action: asked.action,
    from: asked.from === undefined ? undefined : startOf(asked.from),
    until: asked.to === undefined ? undefined : startOf(asked.to) + DAY_MS,
    before,
    most: PAGE + 1,
  })
  const page = rows.slice(0, PAGE)
  const subjects = page.map(({ subject }) => subject)
  const names = await subjectNames(db, mine, subjects)
  const nameOf = new Map(mine.map(({ id, name }) => [id, name]))
  return {
    rows: page.map(({ at, chain, index, ...row }) => ({
      ...row,
      at: at.getTime(),
      personName: nameOf.get(row.personId) ?? null,
      subjectName: names.get(row.subject) ?? null,
      mark: { at: at.toISOString(), chain, index },
    })),
    more: rows.length > PAGE,
  }
}

function isCalled(person: AuditedPerson, words: string): boolean {
  const lower = words.toLowerCase()
  return person.username === lower || person.name.toLowerCase().includes(lower)
}

function startOf(date: LocalDate): number {
  return toDayNumber(date) * DAY_MS - WIT_OFFSET_MS
}
