import type pg from 'pg'
import type { Instant } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { appendToChain } from './append.ts'
import type { AuditAct } from './chain.ts'

type Waiting = {
  readonly act: AuditAct
  readonly done: () => void
  readonly failed: (error: unknown) => void
}
type Book = { waiting: Waiting[]; writing: boolean }
const books = new WeakMap<pg.Pool, Book>()
const MOST_AT_ONCE = 500

/** The chain of reads and administration of one day in WIT. */
export function dayChain(at: Instant): string {
  return `day/${localDateInWit(at)}`
}

/** On record when this resolves. What comes while one entry is being written is written together with the next. */
export function record(pool: pg.Pool, act: AuditAct): Promise<void> {
  const book = books.get(pool) ?? { waiting: [], writing: false }
  books.set(pool, book)
  return new Promise((done, failed) => {
    book.waiting.push({ act, done, failed })
    if (!book.writing) void writeOut(pool, book)
  })
}

async function writeOut(pool: pg.Pool, book: Book): Promise<void> {
  book.writing = true
  while (book.waiting.length > 0) {
    const now = book.waiting.splice(0, MOST_AT_ONCE)
    const byDay = Map.groupBy(now, ({ act }) => dayChain(act.at))
    for (const [chain, entries] of byDay) {
      try {
        await inTransaction(pool, (db) =>
          appendToChain(
            db,
            chain,
            entries.map(({ act }) => act),
          ),
        )
        for (const { done } of entries) done()
      } catch (error) {
        for (const { failed } of entries) failed(error)
      }
    }
  }
  book.writing = false
}
