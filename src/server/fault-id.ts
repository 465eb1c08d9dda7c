import { randomInt } from 'node:crypto'

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ' // no I and O: read over the telephone
const DIGITS = '23456789'
const ids = new WeakMap<object, string>()

/** The number that a person reads out and that stands in the log: `G7K-42Q`. The same error keeps its id. */
export function faultIdOf(error: object): string {
  const known = ids.get(error)
  if (known) return known
  const one = (from: string): string => from.charAt(randomInt(from.length))
  const id = `${one(LETTERS)}${one(DIGITS)}${one(LETTERS)}-${one(DIGITS)}${one(DIGITS)}${one(LETTERS)}`
  ids.set(error, id)
  return id
}
