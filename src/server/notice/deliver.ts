import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { wants } from '#domain/notice/choices.ts'
import { nextLoud } from '#domain/notice/quiet-hours.ts'
import { DAY_MS } from '#domain/shared/milliseconds.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'
import { officeOfPerson, reachOf } from './choices-of.ts'
import { leaseDelivery } from './delivery-lease.ts'
import type { DeliverShell, MessageLine } from './message.ts'
import { RefusedForGood } from './message.ts'
import { SEEN_BY_PERSON } from './seen-by.ts'
import { sendMail } from './send-mail.ts'
import { sendPush } from './send-push.ts'
import type { DeliveryJob } from './write-deliveries.ts'
import { askToDeliver, wayOf } from './write-deliveries.ts'

export type Delivered = 'sent' | 'nothing' | 'quiet' | 'busy' | 'refused' | 'given-up'

/** A message that has been tried for so long stands in the way of what came after it. */
const TRIED_MS = 3 * DAY_MS

/**
 * Sends one person everything that is due by one way, in one message. What goes out together is written down before it
 * is sent, so that a kill in between is followed by the same message; only one process is at it at a time, and none holds
 * a connection while a service outside thinks. What was read in the meantime, is no longer wanted, or may no longer be
 * seen does not go out. Throws when it is to be tried again.
 */
export async function deliver(shell: DeliverShell, job: DeliveryJob): Promise<Delivered> {
  const lease = await leaseDelivery(shell.pool, job)
  if (!lease) return 'busy'
  try {
    for (let last: Delivered = 'nothing'; await lease.renew();) {
      const one = await sendDue(shell, job)
      if (one === undefined) return last
      if (one === 'quiet') return one
      last = one === 'nothing' ? last : one
    }
    return 'busy'
  } finally {
    await lease.end()
  }
}

/** Nothing is due any more: undefined. */
async function sendDue(shell: DeliverShell, job: DeliveryJob): Promise<Delivered | undefined> {
  const { pool } = shell
  const now = shell.clock()
  const person = await readPerson(pool, job.personId)
  const { choices, channels } = (await reachOf(pool, [job.personId])).of(job.personId)
  if (person && channels.includes(job.channel)) {
    const office = (await clockworkInForce(pool)).calendarOf(officeOfPerson(person.role, person.areas))
    const loud = nextLoud(choices.quiet, office, now)
    if (loud > now) {
      await inTransaction(pool, (db) => askToDeliver(pool, db, job, loud))
      return 'quiet'
    }
  }
  const batch = await takeBatch(pool, job, new Date(now))
  if (batch === undefined) return undefined
  const lines = await readBatch(pool, batch)
  const reachable = person !== undefined && channels.includes(job.channel)
  const dropped = (line: BatchLine): string | undefined =>
    !reachable || !wants(choices, line.topic, wayOf(job.channel))
      ? 'unwanted'
      : line.read
        ? 'read'
        : line.seen
          ? undefined
          : 'unseen'
  const outcomes = lines.map((line) => [line.key, dropped(line)] as const)
  const going = lines.filter((line) => dropped(line) === undefined)
  let sent: Delivered = 'nothing'
  if (going.length > 0 && person) {
    const message = { batch, personId: job.personId, locale: person.locale, lines: going }
    try {
      if (job.channel === 'mail') await sendMail(shell, message)
      else await sendPush(shell, message, job.channel.slice('push:'.length))
      sent = 'sent'
    } catch (error) {
      const final = error instanceof RefusedForGood
      if (!final && Math.min(...lines.map(({ dueAt }) => dueAt.getTime())) > now - TRIED_MS) throw error
      sent = final ? 'refused' : 'given-up'
      shell.log.warn({ err: error, channel: wayOf(job.channel), outcome: sent }, 'a message does not go out')
    }
  }
  await pool.query(
    `update delivery d set done_at = $1, outcome = n.outcome
     from unnest($2::text[], $3::text[]) as n (key, outcome) where d.key = n.key`,
    [new Date(now), outcomes.map(([key]) => key), outcomes.map(([, why]) => why ?? sent)],
  )
  return sent
}

type PersonRow = { readonly role: string; readonly areas: readonly string[]; readonly locale: 'id' | 'en' }

async function readPerson(pool: pg.Pool, id: string): Promise<PersonRow | undefined> {
  const { rows } = await pool.query<PersonRow>(
    'select role, areas, locale from person where id::text = $1 and disabled_at is null',
    [id],
  )
  return rows[0]
}

/** What was begun before goes first, as it was; else everything that is due now becomes one message. */
export async function takeBatch(
  pool: pg.Pool,
  { personId, channel }: DeliveryJob,
  now: Date,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ batch: string }>(
    `with begun as (
       select batch from delivery where person_id = $1 and channel = $2 and done_at is null and batch is not null
       order by due_at limit 1
     ), fresh as (
       update delivery set batch = $4::uuid where person_id = $1 and channel = $2 and done_at is null and batch is null
         and due_at <= $3 and not exists (select from begun) returning batch
     )
     select batch from begun union select batch from fresh`,
    [personId, channel, now, randomUUID()],
  )
  return rows[0]?.batch
}

type BatchLine = MessageLine & { readonly dueAt: Date; readonly read: boolean; readonly seen: boolean }

/** Rights and reading as they are now, not as they were when it was written. */
async function readBatch(pool: pg.Pool, batch: string): Promise<readonly BatchLine[]> {
  const { rows } = await pool.query<BatchLine>(
    `select d.key, d.topic, c.number, d.case_id as "caseId", n.place, d.at, d.due_at as "dueAt",
       (g.content->>'total')::int as total,
       coalesce(n.read_at, g.read_at) is not null as read,
       case when d.case_id is null then p.disabled_at is null else coalesce(${SEEN_BY_PERSON}, false) end as seen
     from delivery d
     left join person p on p.id::text = d.person_id -- a row whose person is gone has to end too
     left join notice n on n.key = d.notice_key
     left join digest g on g.id = d.digest_id
     left join case_file c on c.id = d.case_id
     where d.batch = $1 and d.done_at is null order by d.at, d.key`,
    [batch],
  )
  return rows
}
