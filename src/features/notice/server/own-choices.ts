import type { Choices } from '#domain/notice/choices.ts'
import { choicesFrom, HOUSE_CHOICES } from '#domain/notice/choices.ts'
import { mailDueAt, nextLoud } from '#domain/notice/quiet-hours.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { Channel } from '#server/notice/choices-of.ts'
import { officeOfPerson } from '#server/notice/choices-of.ts'
import type { Browser } from '#server/notice/push-endpoint.ts'
import { browserContext, endpointId, isPushService } from '#server/notice/push-endpoint.ts'
import { pushKey } from '#server/notice/push-key.ts'
import { addressContext } from '#server/notice/send-mail.ts'
import { askToDeliver } from '#server/notice/write-deliveries.ts'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'
import type { Own } from './own-mail.ts'

const MOST_BROWSERS = 10

export type OwnChoices = {
  readonly choices: Choices
  readonly mail: {
    /** Has the office a mail server at all? */
    readonly offered: boolean
    readonly address: string | null
    readonly failure: string | null
    /** An address to which a code is on the way. */
    readonly asked: string | null
  }
  readonly push: { readonly key: string; readonly browsers: readonly string[] }
}

/** How I am told, and by what. */
export async function ownChoices({ shell, session }: Pick<Own, 'shell' | 'session'>): Promise<OwnChoices> {
  const { pool, sealer, config } = shell
  const { id } = session.person
  const { rows } = await pool.query<{ choices: unknown }>(
    'select choices from notice_choice where person_id = $1',
    [id],
  )
  const { rows: mails } = await pool.query<Mail>(
    'select sealed, next_sealed, confirmed_at, code_until > $2 as fresh, failure from mail_address where person_id = $1',
    [id, new Date(shell.clock())],
  )
  const { rows: browsers } = await pool.query<{ id: string }>(
    'select id from push_subscription where person_id = $1',
    [id],
  )
  const [mail] = mails
  const open = (sealed: Buffer) => sealer.open(sealed, addressContext(id))
  return {
    choices: rows[0] ? choicesFrom(rows[0].choices) : HOUSE_CHOICES,
    mail: {
      offered: config.mail !== undefined,
      address: mail?.confirmed_at ? open(mail.sealed) : null,
      failure: mail?.failure ?? null,
      asked: mail?.next_sealed && mail.fresh ? open(mail.next_sealed) : null,
    },
    push: { key: (await pushKey(shell)).publicKey, browsers: browsers.map((one) => one.id) },
  }
}

type Mail = {
  readonly sealed: Buffer
  readonly next_sealed: Buffer | null
  readonly confirmed_at: Date | null
  readonly fresh: boolean | null
  readonly failure: string | null
}

/** From now on I am told so; what already waits is moved to the new hours. */
export async function keepChoices({ shell, session }: Own, choices: Choices): Promise<void> {
  const { pool } = shell
  const { id, role, areas } = session.person
  const now = shell.clock()
  const office = (await clockworkInForce(pool)).calendarOf(officeOfPerson(role, areas))
  const due = { mail: mailDueAt(choices, office, now), push: nextLoud(choices.quiet, office, now) }
  await inTransaction(pool, async (db) => {
    await db.query(
      `insert into notice_choice (person_id, choices, changed_at) values ($1, $2, $3)
       on conflict (person_id) do update set choices = excluded.choices, changed_at = excluded.changed_at`,
      [id, JSON.stringify(choices), new Date(now)],
    )
    const { rows } = await db.query<{ channel: Channel }>(
      `with moved as (
         update delivery set due_at = case when channel = 'mail' then $2::timestamptz else $3::timestamptz end
         where person_id = $1 and done_at is null returning channel
       ) select distinct channel from moved`,
      [id, new Date(due.mail), new Date(due.push)],
    )
    for (const { channel } of rows)
      await askToDeliver(pool, db, { personId: id, channel }, channel === 'mail' ? due.mail : due.push)
  })
}

/** This browser may be woken. Whoever had it before is no longer told here. */
export async function keepBrowser({ shell, session, origin }: Own, browser: Browser): Promise<boolean> {
  const { pool, sealer, config } = shell
  if (!isPushService(browser.endpoint, config)) return false
  const id = endpointId(browser.endpoint)
  await pool.query(
    `insert into push_subscription (id, person_id, sealed, device, created_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set person_id = excluded.person_id, sealed = excluded.sealed, device = excluded.device`,
    [
      id,
      session.person.id,
      sealer.seal(JSON.stringify(browser), browserContext(id)),
      origin.device.slice(0, 200),
      new Date(shell.clock()),
    ],
  )
  await pool.query(
    `delete from push_subscription where id in (
       select id from push_subscription where person_id = $1 order by created_at desc offset $2)`,
    [session.person.id, MOST_BROWSERS],
  )
  return true
}

export async function dropBrowser({ shell, session }: Own, endpoint: string): Promise<void> {
  await shell.pool.query('delete from push_subscription where id = $1 and person_id = $2', [
    endpointId(endpoint),
    session.person.id,
  ])
}
