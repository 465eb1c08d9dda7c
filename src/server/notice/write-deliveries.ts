import type pg from 'pg'
import { wants } from '#domain/notice/choices.ts'
import { mailDueAt, nextLoud } from '#domain/notice/quiet-hours.ts'
import type { Topic } from '#domain/notice/topic.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import type { Queryable } from '#server/case/rows.ts'
import { askFor, askForMany } from '#server/jobs/boss.ts'
import type { Channel, Reach } from './choices-of.ts'
import { officeOfPerson } from './choices-of.ts'

/** One thing that a person is told: of a case, or in a digest. */
export type Told = {
  readonly personId: string
  readonly role: string
  readonly areas: readonly string[]
  readonly topic: Topic
  readonly caseId: string | null
  readonly noticeKey: string | null
  readonly digestId: string | null
}

/**
 * Writes what is to go out by mail and push in the transaction that tells it, each under its own key, and asks for the
 * work at the first moment that the person's quiet hours allow.
 */
export async function writeDeliveries(
  pool: pg.Pool,
  db: Queryable,
  told: readonly Told[],
  reach: { of(personId: string): Reach },
  { clockwork, now, mail }: { readonly clockwork: Clockwork; readonly now: Instant; readonly mail: boolean },
): Promise<void> {
  const rows = told.flatMap((one) => {
    const { choices, channels } = reach.of(one.personId)
    const office = clockwork.calendarOf(officeOfPerson(one.role, one.areas))
    return channels
      .filter((channel) => wants(choices, one.topic, wayOf(channel)) && (mail || channel !== 'mail'))
      .map((channel) => ({
        ...one,
        channel,
        key: `${one.noticeKey ?? one.digestId}/${channel}`,
        dueAt: channel === 'mail' ? mailDueAt(choices, office, now) : nextLoud(choices.quiet, office, now),
      }))
  })
  if (rows.length === 0) return
  const { rows: written } = await db.query<{ key: string }>(
    `insert into delivery (key, person_id, channel, topic, case_id, notice_key, digest_id, at, due_at)
     select n.key, n.person, n.channel, n.topic, n.case_id, n.notice, n.digest, $1, n.due
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::uuid[], $9::timestamptz[])
       as n (key, person, channel, topic, case_id, notice, digest, due)
     on conflict do nothing returning key`,
    [
      new Date(now),
      rows.map(({ key }) => key),
      rows.map(({ personId }) => personId),
      rows.map(({ channel }) => channel),
      rows.map(({ topic }) => topic),
      rows.map(({ caseId }) => caseId),
      rows.map(({ noticeKey }) => noticeKey),
      rows.map(({ digestId }) => digestId),
      rows.map(({ dueAt }) => new Date(dueAt)),
    ],
  )
  const fresh = new Set(written.map(({ key }) => key))
  const asked = rows.filter(({ key }) => fresh.has(key))
  await askForMany(
    pool,
    db,
    'delivery',
    asked.map(({ personId, channel, dueAt }) => pieceOf({ personId, channel }, dueAt)),
  )
}

export type DeliveryJob = { readonly personId: string; readonly channel: Channel }

/** One piece of work per person, channel and minute: whatever is due then goes out together. */
export async function askToDeliver(
  pool: pg.Pool,
  db: Queryable,
  job: DeliveryJob,
  at: Instant,
): Promise<void> {
  await askFor(pool, db, 'delivery', pieceOf(job, at))
}

const pieceOf = (job: DeliveryJob, at: Instant) => ({
  key: `${job.personId}/${job.channel}/${Math.floor(at / MINUTE_MS)}`,
  data: job,
  after: new Date(at),
})

export const wayOf = (channel: Channel): 'mail' | 'push' => (channel === 'mail' ? 'mail' : 'push')
