import { createHash } from 'node:crypto'
import type { Instant } from '#domain/shared/instant.ts'
import { DAY_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import type { AuthShell } from './auth-shell.ts'

export const WINDOW_MS = 15 * MINUTE_MS

/** Wrong attempts in one window: of one account from one address, of an address, of an account. */
export type Limits = { readonly pair: number; readonly address: number; readonly account: number }
export const PASSWORD_LIMITS: Limits = { pair: 5, address: 60, account: 100 }
/** Whoever guesses codes knows the password already: few for the account, wherever they come from. */
export const CODE_LIMITS: Limits = { pair: 5, address: 60, account: 10 }

export type Attempt = {
  readonly account: string
  readonly address: string
  /** A browser that this account has signed in from before. Strangers cannot use up its attempts. */
  readonly device: string | undefined
  /** Who would be written to, as a keyed hash: counted whoever asks and from wherever, at most as an account is. */
  readonly recipient?: string
}

export type Reserved =
  | { readonly ok: true; readonly left: number; readonly forgive: () => Promise<void> }
  | { readonly ok: false; readonly until: Instant }

const keyOf = (kind: string, ...parts: readonly string[]): string =>
  `${kind}:${createHash('sha256').update(parts.join('\n')).digest('base64url')}`

/**
 * Counts an attempt before it is judged, so that a hundred at the same moment are a hundred. Success forgives it.
 * From a browser that the account knows only that browser's own attempts count: nobody else can lock its owner out.
 */
export async function reserveAttempt(
  shell: Pick<AuthShell, 'pool' | 'clock'>,
  attempt: Attempt,
  limits: Limits,
): Promise<Reserved> {
  const now = shell.clock()
  const windowAt = now - (now % WINDOW_MS)
  const { account, address, device, recipient } = attempt
  const pair = device === undefined ? keyOf('pair', account, address) : keyOf('device', account, device)
  const counted = new Map<string, number>([[pair, limits.pair]])
  if (device === undefined) {
    counted.set(keyOf('address', address), limits.address)
    counted.set(keyOf('account', account), limits.account)
  }
  if (recipient !== undefined) counted.set(keyOf('recipient', recipient), limits.account)
  const keys = [...counted.keys()].sort() // one order for everybody: two attempts never wait for each other
  const { rows } = await shell.pool.query<{ key: string; count: number }>(
    `insert into throttle (key, window_at, count) select unnest($1::text[]), $2, 1
     on conflict (key, window_at) do update set count = throttle.count + 1 returning key, count`,
    [keys, new Date(windowAt)],
  )
  const over = rows.some((row) => row.count > (counted.get(row.key) ?? 0))
  if (over) return { ok: false, until: windowAt + WINDOW_MS }
  const used = rows.find((row) => row.key === pair)?.count ?? 1
  return { ok: true, left: limits.pair - used, forgive: () => forgive(shell, keys, pair, windowAt) }
}

async function forgive(
  shell: Pick<AuthShell, 'pool'>,
  keys: readonly string[],
  pair: string,
  windowAt: Instant,
): Promise<void> {
  await shell.pool.query(
    `with undone as (update throttle set count = case when key = $3 then 0 else greatest(count - 1, 0) end
       where key = any($1) and window_at = $2)
     delete from throttle where window_at < $4`,
    [keys, new Date(windowAt), pair, new Date(windowAt - DAY_MS)],
  )
}
