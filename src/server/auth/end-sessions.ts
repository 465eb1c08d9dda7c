import type pg from 'pg'
import { inTransaction } from '#server/db/in-transaction.ts'
import type { AuthShell } from './auth-shell.ts'
import { tellEverywhere, tellHere } from './session-news.ts'
import { endSessions } from './session-store.ts'

type Which = { readonly sessionId: string } | { readonly personId: string; readonly except?: string }

/** Ends sessions at once: here before this returns, elsewhere within a round trip. Returns how many. */
export async function endSessionsNow(
  shell: Pick<AuthShell, 'pool' | 'clock'>,
  which: Which,
  by: string,
): Promise<number> {
  return changePerson(shell, async (client) => (await endWithin(shell, client, which, by)).length)
}

/**
 * Work on a person's account in one transaction. What `work` ends with `endWithin` is told to every instance by the
 * commit itself, and to this one right after it.
 */
export async function changePerson<T>(
  shell: Pick<AuthShell, 'pool' | 'clock'>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const ended: string[] = []
  const result = await inTransaction(shell.pool, (client) => {
    endedIn.set(client, ended)
    return work(client).finally(() => endedIn.delete(client))
  })
  if (ended.length > 0) tellHere(shell.pool, { kind: 'ended', sessionIds: ended })
  return result
}

const endedIn = new WeakMap<pg.PoolClient, string[]>()
const IDS_PER_MESSAGE = 50 // a notification holds 8,000 bytes

export async function endWithin(
  shell: Pick<AuthShell, 'clock'>,
  client: pg.PoolClient,
  which: Which,
  by: string,
): Promise<readonly string[]> {
  const ended = await endSessions(client, which, by, shell.clock())
  for (let from = 0; from < ended.length; from += IDS_PER_MESSAGE)
    await tellEverywhere(client, { kind: 'ended', sessionIds: ended.slice(from, from + IDS_PER_MESSAGE) })
  endedIn.get(client)?.push(...ended)
  return ended
}
