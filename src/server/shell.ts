import type pg from 'pg'
import type { Logger } from 'pino'
import type { Instant } from '#domain/shared/instant.ts'
import type { Config } from './config.ts'
import type { PrismaClient } from './db/prisma.ts'
import type { Feed } from './feed/feed.ts'
import type { Sealer } from './seal/sealer.ts'

/** What the rules are given to work in: made once by `main`, handed down, never looked up. */
export type Shell = {
  readonly config: Config
  readonly pool: pg.Pool
  readonly prisma: PrismaClient
  readonly clock: () => Instant
  readonly log: Logger
  readonly sealer: Sealer
  readonly feed: Feed
}
