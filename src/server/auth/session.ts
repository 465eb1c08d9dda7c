import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { DISTRICT_ROLES, Role } from '#domain/access/role.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { HOUR_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import type { AuthShell } from './auth-shell.ts'
import { isDemo } from './auth-shell.ts'
import { onSessionNews } from './session-news.ts'
import type { SessionRow } from './session-store.ts'
import { findSession, touchSession } from './session-store.ts'
import { sessionIdOf, tokenIn } from './session-token.ts'

export const ABSOLUTE_MS = 12 * HOUR_MS
/** At the office a desk is left; a village works through hours without signal. */
export const IDLE_DISTRICT_MS = 30 * MINUTE_MS
const TOUCH_EVERY_MS = MINUTE_MS
const CACHE_MS = 5000
const CACHE_LIMIT = 20_000

/** What must be done first: until then the session opens the account page and nothing else. */
export type Held = 'password' | 'second-factor'

export type SessionPerson = {
  /** The hash that the database keeps, never the token. */
  readonly sessionId: string
  readonly expiresAt: Instant
  /** Opened with a second factor. */
  readonly secondFactor: boolean
  readonly held: Held | null
  readonly person: Actor & {
    readonly role: Role
    readonly username: string
    readonly locale: 'id' | 'en'
    /** A second factor is set up for the account. */
    readonly enrolled: boolean
    readonly demo: boolean
  }
}

type Read = { readonly readAt: Instant; readonly session: Promise<SessionPerson | null>; lastSeenAt: Instant }
const caches = new WeakMap<pg.Pool, Map<string, Read>>()

function cacheOf(pool: pg.Pool): Map<string, Read> {
  const known = caches.get(pool)
  if (known) return known
  const cache = new Map<string, Read>()
  caches.set(pool, cache)
  onSessionNews(pool, (news) => {
    // A read still under way when news comes is forgotten too: whoever asks next reads afresh.
    if (news.kind === 'ended') for (const id of news.sessionIds) cache.delete(id)
    else cache.clear()
  })
  return cache
}

export type HowToRead = {
  /** False for what the machine does by itself: pings and catch-ups are no sign of a person at the desk. */
  readonly touch?: boolean
  /** Also sessions whose person must first change the password or set up the second factor. */
  readonly alsoHeld?: boolean
  /** For whoever hears no news of sessions, as Next's module graph: nothing remembered is believed. */
  readonly afresh?: boolean
}

/** Whose request this is, by its Cookie header: fresh to 5 s, and ended within a round trip of the news. */
export async function sessionOf(
  shell: AuthShell,
  cookieHeader: string | undefined,
  how: HowToRead = {},
): Promise<SessionPerson | null> {
  const token = tokenIn(cookieHeader, shell.config.https)
  return token === null ? null : sessionById(shell, sessionIdOf(token), how)
}

/** The same for an id kept from an earlier request, as a socket does. */
export async function sessionById(
  shell: AuthShell,
  id: string,
  how: HowToRead = {},
): Promise<SessionPerson | null> {
  const now = shell.clock()
  const cache = cacheOf(shell.pool)
  let read = cache.get(id)
  if (!read || how.afresh === true || now - read.readAt > CACHE_MS) {
    if (cache.size >= CACHE_LIMIT) cache.clear()
    read = startReading(shell, id, now)
    cache.set(id, read)
  }
  const session = await read.session
  // News came while the database was answering: that answer may be from before it.
  if (cache.get(id) !== read) return sessionById(shell, id, { ...how, afresh: false })
  if (!session || session.expiresAt <= now || (session.held !== null && how.alsoHeld !== true)) return null
  if (how.touch !== false && now - read.lastSeenAt > TOUCH_EVERY_MS) {
    read.lastSeenAt = now
    await touchSession(shell.pool, id, now, TOUCH_EVERY_MS)
  }
  return session
}

function startReading(shell: AuthShell, id: string, now: Instant): Read {
  const read: { readAt: Instant; session: Promise<SessionPerson | null>; lastSeenAt: Instant } = {
    readAt: now,
    lastSeenAt: now,
    session: Promise.resolve(null),
  }
  read.session = findSession(shell.pool, id).then(
    (row) => {
      if (row) read.lastSeenAt = row.last_seen_at.getTime()
      return row ? personOf(shell, row, now) : null
    },
    (error: unknown) => {
      cacheOf(shell.pool).delete(id) // an outage is no answer: ask again next time
      throw error
    },
  )
  return read
}

function personOf(shell: AuthShell, row: SessionRow, now: Instant): SessionPerson | null {
  const role = Role.parse(row.role)
  const district = DISTRICT_ROLES.includes(role)
  const expiresAt = row.expires_at.getTime()
  if (expiresAt <= now) return null
  if (district && now - row.last_seen_at.getTime() > IDLE_DISTRICT_MS) return null
  const needsFactor = district && !row.second_factor && !isDemo(shell.config)
  return {
    sessionId: row.id,
    expiresAt,
    secondFactor: row.second_factor,
    held: row.must_change_password ? 'password' : needsFactor ? 'second-factor' : null,
    person: {
      id: row.person_id,
      name: row.name,
      role,
      areas: row.areas,
      services: row.services.map((service) => ServiceId.parse(service)),
      username: row.username,
      locale: row.locale === 'en' ? 'en' : 'id',
      enrolled: row.enrolled,
      demo: row.demo,
    },
  }
}
