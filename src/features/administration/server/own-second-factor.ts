import QRCode from 'qrcode'
import { DISTRICT_ROLES } from '#domain/access/role.ts'
import { isDemo } from '#server/auth/auth-shell.ts'
import { beginEnrolment, finishEnrolment } from '#server/auth/second-factor.ts'
import type { Own, OwnRefusal } from './own-account.ts'
import { askPassword, changeOwn } from './own-account.ts'

export type BeginAnswer =
  | { readonly ok: true; readonly secret: string; readonly qrSvg: string; readonly ticket: string }
  | { readonly ok: false; readonly refusal: OwnRefusal }
export type FactorAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly refusal: OwnRefusal | { readonly why: 'wrong-code' | 'too-late' | 'needed-for-role' }
    }

/** A secret to scan or to type. It becomes the account's only when a code proves that it arrived. */
export async function beginSecondFactor(own: Own, password: string): Promise<BeginAnswer> {
  const wrong = await askPassword(own, password)
  if (wrong) return { ok: false, refusal: wrong }
  const { secret, uri, ticket } = beginEnrolment(own.shell, own.session.person)
  const qrSvg = await QRCode.toString(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  return { ok: true, secret, qrSvg, ticket }
}

/** With the first code this session counts as opened with a second factor. */
export async function finishSecondFactor(own: Own, ticket: string, code: string): Promise<FactorAnswer> {
  const { shell, session } = own
  const outcome = await changeOwn(own, 'account.enrol', 'enrolled', async (client) => {
    const answer = await finishEnrolment(shell, client, session.person.id, ticket, code)
    if (answer === 'enrolled')
      await client.query('update session set second_factor = true where id = $1', [session.sessionId])
    return answer
  })
  return outcome === 'enrolled' ? { ok: true } : { ok: false, refusal: { why: outcome } }
}

/** Where a role needs its second factor it can be replaced, not taken off. */
export async function removeSecondFactor(own: Own, password: string): Promise<FactorAnswer> {
  const { shell, session } = own
  if (DISTRICT_ROLES.includes(session.person.role) && !isDemo(shell.config))
    return { ok: false, refusal: { why: 'needed-for-role' } }
  const wrong = await askPassword(own, password)
  if (wrong) return { ok: false, refusal: wrong }
  await changeOwn(own, 'account.removeFactor', 'removed', async (client) => {
    await client.query(
      'update person set totp_secret = null, totp_last_step = null, rights_version = rights_version + 1 where id = $1',
      [session.person.id],
    )
    return 'removed'
  })
  return { ok: true }
}
