import type { Transporter } from 'nodemailer'
import { createTransport } from 'nodemailer'
import type { MailSettings } from '#server/config.ts'
import type { DeliverShell, Message } from './message.ts'
import { RefusedForGood } from './message.ts'
import { mailOf } from './mail-words.ts'

const TIMEOUT_MS = 15_000
const transports = new Map<string, Transporter>()

function transportOf({ url }: MailSettings): Transporter {
  const known = transports.get(url)
  if (known) return known
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const made = createTransport({
    host: hostname,
    port: Number(port || (protocol === 'smtps:' ? 465 : 587)),
    secure: protocol === 'smtps:',
    // Never in the clear, unless the office says so of a relay of its own (`?tls=no`).
    requireTLS: protocol === 'smtp:' && searchParams.get('tls') !== 'no',
    ignoreTLS: searchParams.get('tls') === 'no',
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  transports.set(url, made)
  return made
}

export const addressContext = (personId: string): string => `mail/${personId}`

/** Mail about what is unread. Its id is the message's: whoever gets it twice after a kill keeps one. */
export async function sendMail(shell: DeliverShell, message: Message): Promise<void> {
  const { pool, sealer, config } = shell
  const { rows } = await pool.query<{ sealed: Buffer }>(
    'select sealed from mail_address where person_id = $1 and confirmed_at is not null',
    [message.personId],
  )
  if (!rows[0] || !config.mail) throw new RefusedForGood('no address')
  const to = sealer.open(rows[0].sealed, addressContext(message.personId))
  const host = new URL(config.appUrl).hostname
  try {
    await post(config.mail, to, {
      ...mailOf(message, config.appUrl),
      messageId: `<${message.batch}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
  } catch (error) {
    if (!(error instanceof RefusedForGood)) throw error
    await pool.query('update mail_address set failure = $2 where person_id = $1', [
      message.personId,
      error.message,
    ])
    throw error
  }
}

type Letter = {
  readonly subject: string
  readonly text: string
  readonly messageId?: string
  readonly headers?: Record<string, string>
}

/** What a server's 5xx is about: the address, or the letter. One about the log-in is the office's own trouble, and passes. */
const OF_THIS_LETTER: readonly unknown[] = ['EENVELOPE', 'EMESSAGE']

/** Hands one letter to the office's server. What it refuses for good is told apart from a server in trouble. */
export async function post(mail: MailSettings, to: string, letter: Letter): Promise<void> {
  try {
    await transportOf(mail).sendMail({ from: mail.from, to: { name: '', address: to }, ...letter })
  } catch (error) {
    const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number }
    if (OF_THIS_LETTER.includes(code) && responseCode !== undefined && responseCode >= 500)
      throw new RefusedForGood(`SMTP ${responseCode}`, { cause: error })
    throw error
  }
}
