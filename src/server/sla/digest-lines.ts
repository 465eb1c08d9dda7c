import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { DAY_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { dayOf, nextOpening, startOfDay } from '#domain/sla/working-time.ts'
import { reachOf } from '#server/notice/choices-of.ts'
import { isDaily } from './is-daily.ts'

/** One thing that one person is to be told of. */
export type DueLine = {
  readonly person: Actor
  readonly caseId: string
  readonly clock: string
  readonly level: number
  readonly episode: number
}

/** What falls due together is told together. */
const GATHER_MS = MINUTE_MS
const KABUPATEN_LENGTH = 5

/** Writes the lines, each once, and answers for whom a digest is to be made and when. */
export async function writeLines(
  db: pg.ClientBase,
  lines: readonly DueLine[],
  clockwork: Clockwork,
  now: Instant,
): Promise<ReadonlyMap<string, DueDigest>> {
  if (lines.length === 0) return new Map()
  const { rows } = await db.query<{ person_id: string; daily: boolean }>(
    `insert into digest_line (person_id, case_id, clock, level, episode, at)
     select n.person, n.id, n.clock, n.level, n.episode, $1
     from unnest($2::text[], $3::uuid[], $4::text[], $5::int[], $6::int[]) as n (person, id, clock, level, episode)
     on conflict do nothing returning person_id, ${isDaily('digest_line')} as daily`,
    [
      new Date(now),
      lines.map(({ person }) => person.id),
      lines.map(({ caseId }) => caseId),
      lines.map(({ clock }) => clock),
      lines.map(({ level }) => level),
      lines.map(({ episode }) => episode),
    ],
  )
  const people = new Map(lines.map(({ person }) => [person.id, person]))
  const reach = await reachOf(db, [...people.keys()])
  const due = new Map<string, DueDigest>()
  for (const { person_id: id, daily } of rows) {
    const person = people.get(id)
    if (!person) continue
    const pace = daily ? 'daily' : 'soon'
    due.set(`${id}/${pace}`, {
      personId: id,
      pace,
      at: digestAt(person, pace, clockwork, now, reach.of(id).choices.mailAt),
    })
  }
  return due
}

export type DueDigest = {
  readonly personId: string
  readonly pace: 'soon' | 'daily'
  readonly at: Instant
}

/**
 * A minute later, or with the next morning, at the hour that the reader chose for the day's mail; in either case only
 * while their own office is open.
 */
export function digestAt(
  person: Pick<Actor, 'role' | 'areas'>,
  pace: DueDigest['pace'],
  clockwork: Clockwork,
  now: Instant,
  mailAt: number | null = null,
): Instant {
  const area = person.areas[0] ?? ''
  const office = person.role === 'NEGERI_OFFICER' ? area : area.slice(0, KABUPATEN_LENGTH)
  const from = pace === 'soon' ? now + GATHER_MS : startOfDay(dayOf(now + DAY_MS)) + (mailAt ?? 0) * MINUTE_MS
  return nextOpening(clockwork.calendarOf(office), from)
}
