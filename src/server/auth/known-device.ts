import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import type { AuthShell } from './auth-shell.ts'

const CONTEXT = 'known-device'
const ACCOUNTS_AT_MOST = 5
const Device = z.strictObject({ id: z.string(), accounts: z.array(z.string()) })
type Device = z.infer<typeof Device>

export const KNOWN_DEVICE_COOKIE = 'perangkat'

const short = (account: string): string =>
  createHash('sha256').update(account).digest('base64url').slice(0, 16)

function openDevice(shell: Pick<AuthShell, 'sealer'>, cookie: string | undefined): Device | undefined {
  if (!cookie) return undefined
  try {
    return Device.parse(JSON.parse(shell.sealer.open(Buffer.from(cookie, 'base64url'), CONTEXT)))
  } catch {
    return undefined // made up, or sealed with a key that is gone
  }
}

/** The browser's id if this account has signed in here before. It opens nothing; it only has attempts of its own. */
export function knownDevice(
  shell: Pick<AuthShell, 'sealer'>,
  cookie: string | undefined,
  account: string,
): string | undefined {
  const device = openDevice(shell, cookie)
  return device?.accounts.includes(short(account)) ? device.id : undefined
}

/** The cookie after a sign-in: a shared computer knows its last five people. */
export function rememberDevice(
  shell: Pick<AuthShell, 'sealer'>,
  cookie: string | undefined,
  account: string,
): string {
  const before = openDevice(shell, cookie) ?? { id: randomBytes(16).toString('base64url'), accounts: [] }
  const accounts = [short(account), ...before.accounts.filter((one) => one !== short(account))].slice(
    0,
    ACCOUNTS_AT_MOST,
  )
  return shell.sealer.seal(JSON.stringify({ ...before, accounts }), CONTEXT).toString('base64url')
}
