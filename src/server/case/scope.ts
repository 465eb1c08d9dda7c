import type { Actor } from '#domain/access/actor.ts'
import { sideOf } from '#domain/access/may-see.ts'

export type SqlPart = { readonly text: string; readonly values: readonly unknown[] }

/**
 * The cases that this person may see, as a condition on `case_file c`: the same answer as `maySee`, for the database.
 * Every list, count, search and pull is built on it. `first` is the number of its first parameter.
 */
export function scopeFilter(actor: Actor, first: number): SqlPart {
  const side = sideOf(actor)
  if (side === undefined || actor.areas.length === 0) return { text: 'false', values: [] }
  const values: unknown[] = [actor.areas, actor.areas.map((area) => `${area}.%`)]
  const conditions = [`(c.negeri = any($${first}::text[]) or c.negeri like any($${first + 1}::text[]))`]
  const add = (condition: (parameter: string) => string, value: unknown): void => {
    conditions.push(condition(`$${first + values.length}`))
    values.push(value)
  }
  if (actor.services.length > 0) add((p) => `c.service = any(${p}::text[])`, actor.services)
  if (side === 'dinas') conditions.push('c.submitted')
  if (side !== 'dinas' && side !== 'negeri') add((p) => `c.owner_id = ${p}`, actor.id)
  return { text: `(${conditions.join(' and ')})`, values }
}
