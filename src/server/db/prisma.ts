import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from './generated/client.ts'

/** Prisma over the same bounded connections as hand-written SQL: one pool, one set of limits. */
export function openPrisma(pool: pg.Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' }) // an error must not repeat the query's values
}

export type { PrismaClient }
