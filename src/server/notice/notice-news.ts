import type pg from 'pg'

type Listener = (personIds: readonly string[]) => void
const listeners = new WeakMap<pg.Pool, Set<Listener>>()

/** What these people have to read is not what it was. Said in this process, after the commit; it may be lost. */
export function tellNoticeNews(pool: pg.Pool, personIds: Iterable<string>): void {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return
  for (const listener of listeners.get(pool) ?? []) listener(ids)
}

export function onNoticeNews(pool: pg.Pool, listener: Listener): () => void {
  const all = listeners.get(pool) ?? new Set()
  listeners.set(pool, all.add(listener))
  return () => void all.delete(listener)
}
