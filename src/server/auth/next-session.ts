import { headers } from 'next/headers'
import { cache } from 'react'
import { isDemo } from './auth-shell.ts'
import { nextShell } from './next-shell.ts'
import type { DemoPerson } from './person-store.ts'
import { demoPeople } from './person-store.ts'
import type { SessionPerson } from './session.ts'
import { sessionOf } from './session.ts'

/** The session of the request that a page answers; null also while the account page must be visited first. */
export async function readSession(): Promise<SessionPerson | null> {
  const session = await readSessionAlsoHeld()
  return session?.held === null ? session : null
}

/** For the account page and the sign-in page; read once per request. */
export const readSessionAlsoHeld = cache(async (): Promise<SessionPerson | null> => {
  const jar = (await headers()).get('cookie')
  return sessionOf(nextShell(), jar ?? undefined, { alsoHeld: true, afresh: true })
})

/** Whom the sign-in page offers with one click: nobody outside a demo. */
export async function offeredDemoPeople(): Promise<readonly DemoPerson[]> {
  const shell = nextShell()
  return isDemo(shell.config) ? demoPeople(shell.pool) : []
}
