import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import { auditAct } from '#server/audit/audit-read.ts'
import type { RequestOrigin } from '#server/auth/auth-shell.ts'
import type { SessionPerson } from '#server/auth/session.ts'
import { CODE_LIMITS, reserveAttempt } from '#server/auth/throttle.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { RefusedForGood } from '#server/notice/message.ts'
import { codeMail } from '#server/notice/mail-words.ts'
import { addressContext, post } from '#server/notice/send-mail.ts'
import type { Shell } from '#server/shell.ts'

const CODE_HOLDS_MS = 15 * MINUTE_MS
const MOST_TRIES = 5

export type Own = { readonly shell: Shell; readonly session: SessionPerson; readonly origin: RequestOrigin }
export type MailRefusal = 'not-set-up' | 'wait' | 'not-taken' | 'no-answer' | 'wrong-code' | 'ask-again'
export type MailAnswer = { readonly ok: true } | { readonly ok: false; readonly why: MailRefusal }

const no = (why: MailRefusal): MailAnswer => ({ ok: false, why })
const hashOf = (personId: string, code: string): string =>
  createHash('sha256').update(`${personId} ${code}`).digest('hex')

/** Sends a code to an address. The one that was confirmed before stays until the new one answers. */
export async function askForMail({ shell, session, origin }: Own, address: string): Promise<MailAnswer> {
  const { pool, sealer, config } = shell
  const { id, locale } = session.person
  if (!config.mail) return no('not-set-up')
  const attempt = await reserveAttempt(
    shell,
    {
      account: `mail:${id}`,
      address: origin.address,
      device: undefined, // a signed-in stranger writes to others here: no browser is trusted with more
      recipient: sealer.blindIndex('mail', address.toLowerCase()),
    },
    CODE_LIMITS,
  )
  if (!attempt.ok) return no('wait')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const sealed = sealer.seal(address, addressContext(id))
  await pool.query(
    `insert into mail_address (person_id, sealed, next_sealed, code_hash, code_until) values ($1, $2, $2, $3, $4)
     on conflict (person_id) do update set next_sealed = excluded.next_sealed, code_hash = excluded.code_hash,
       code_until = excluded.code_until, tries = 0`,
    [id, sealed, hashOf(id, code), new Date(shell.clock() + CODE_HOLDS_MS)],
  )
  try {
    await post(config.mail, address, codeMail(code, locale === 'en' ? 'en' : 'id'))
    return { ok: true }
  } catch (error) {
    if (error instanceof RefusedForGood) return no('not-taken')
    shell.log.warn({ err: error }, 'a code could not be mailed')
    return no('no-answer')
  }
}

/**
 * The code came back: from now on this is where mail goes. Guesses are counted by the code, and by the window of time
 * however many codes were asked for in it.
 */
export async function confirmMail({ shell, session, origin }: Own, code: string): Promise<MailAnswer> {
  const { id } = session.person
  const now = new Date(shell.clock())
  const attempt = await reserveAttempt(
    shell,
    { account: `mail-code:${id}`, address: origin.address, device: undefined },
    CODE_LIMITS,
  )
  if (!attempt.ok) return no('wait')
  const answer = await inTransaction(shell.pool, async (db): Promise<MailAnswer> => {
    const { rows } = await db.query<{ code_hash: string | null; tries: number; fresh: boolean }>(
      `update mail_address set tries = tries + 1 where person_id = $1 and code_hash is not null
       returning code_hash, tries, code_until > $2 as fresh`,
      [id, now],
    )
    const [asked] = rows
    if (!asked?.code_hash || !asked.fresh || asked.tries > MOST_TRIES) return no('ask-again')
    if (!timingSafeEqual(Buffer.from(asked.code_hash), Buffer.from(hashOf(id, code)))) return no('wrong-code')
    await db.query(
      `update mail_address set sealed = next_sealed, next_sealed = null, code_hash = null, code_until = null, tries = 0,
         confirmed_at = $2, failure = null where person_id = $1`,
      [id, now],
    )
    const act = { action: 'account.confirmMail', subject: `person:${id}`, detail: {} }
    await auditAct(db, shell, session.person, act, origin)
    return { ok: true } as const
  })
  if (answer.ok) await attempt.forgive()
  return answer
}

/** No mail any more, and the address is forgotten. */
export async function dropMail({ shell, session, origin }: Own): Promise<MailAnswer> {
  const { id } = session.person
  await inTransaction(shell.pool, async (db) => {
    await db.query('delete from mail_address where person_id = $1', [id])
    const act = { action: 'account.dropMail', subject: `person:${id}`, detail: {} }
    await auditAct(db, shell, session.person, act, origin)
  })
  return { ok: true }
}
