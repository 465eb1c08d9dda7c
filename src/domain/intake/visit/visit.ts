import * as z from 'zod/mini'
import { Uuid } from '#domain/shared/id.ts'
import { Instant } from '#domain/shared/instant.ts'
import { LocalDate } from '#domain/shared/local-date.ts'
import { ServiceId } from '#domain/shared/service-id.ts'

const words = (most: number) => z.string().check(z.maxLength(most))

export const FAMILY_STATES = ['waiting', 'serving', 'done', 'left'] as const
export type FamilyState = (typeof FAMILY_STATES)[number]

const VisitCase = z.strictObject({ caseId: Uuid, service: ServiceId, kind: words(60) })
export type VisitCase = z.infer<typeof VisitCase>

/** One family that came: its turn, who serves it, what was begun, what it must still bring. */
const VisitFamily = z.strictObject({
  id: Uuid,
  turn: z.number().check(z.int(), z.gte(1), z.lte(999)),
  name: words(80),
  state: z.enum(FAMILY_STATES),
  cases: z.array(VisitCase).check(z.maxLength(8)),
  missing: words(300),
  servedBy: words(80),
  cameAt: Instant,
  /** Raised with every change of this line; the higher one is the newer one. */
  rev: z.number().check(z.int(), z.nonnegative()),
})
export type VisitFamily = z.infer<typeof VisitFamily>

/**
 * A day of *jemput bola*: the team goes to the people. Made on a device, without any network; the same document
 * travels by network or by boat, and two devices of one team may each carry a part of it.
 */
export const Visit = z.strictObject({
  v: z.literal(1),
  id: Uuid,
  negeri: z.string().check(z.regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)),
  day: LocalDate,
  place: words(120),
  team: z.array(words(80)).check(z.maxLength(12)),
  families: z.array(VisitFamily).check(z.maxLength(300)),
  closedAt: z.nullable(Instant),
  rev: z.number().check(z.int(), z.nonnegative()),
})
export type Visit = z.infer<typeof Visit>

/**
 * Two copies of one day become one: every family of both, of each line and of the head the newer one. The order of
 * arrival does not matter, and the same copy twice changes nothing.
 */
export function mergeVisits(one: Visit, other: Visit): Visit {
  const families = new Map(one.families.map((family) => [family.id, family]))
  for (const family of other.families) {
    const known = families.get(family.id)
    families.set(family.id, known === undefined ? family : newer(known, family))
  }
  const { families: _ofOne, ...headOfOne } = one
  const { families: _ofOther, ...headOfOther } = other
  const ordered = [...families.values()].toSorted(
    (a, b) => a.turn - b.turn || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
  return { ...newer(headOfOne, headOfOther), id: one.id, negeri: one.negeri, families: ordered }
}

function newer<T extends { readonly rev: number }>(a: T, b: T): T {
  if (a.rev !== b.rev) return a.rev > b.rev ? a : b
  return wordsOf(a) >= wordsOf(b) ? a : b // the same choice on every device
}

/** The same for the same content, in whatever order a device keeps its fields. */
function wordsOf(line: object): string {
  return JSON.stringify(Object.entries(line).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Do both copies say the same? Then nothing is to be brought over. */
export function sameVisit(one: Visit, other: Visit): boolean {
  const all = ({ families, ...head }: Visit) => [head, ...families].map(wordsOf).join()
  return all(one) === all(other)
}

/** The next free turn of the day. */
export function nextTurn(visit: Visit): number {
  return visit.families.reduce((most, family) => Math.max(most, family.turn), 0) + 1
}

/** The day with one family changed or added; its line is newer than before. */
export function withFamily(visit: Visit, family: Omit<VisitFamily, 'rev'>): Visit {
  const known = visit.families.find((one) => one.id === family.id)
  const line: VisitFamily = { ...family, rev: (known?.rev ?? 0) + 1 }
  const families =
    known === undefined
      ? [...visit.families, line]
      : visit.families.map((one) => (one.id === family.id ? line : one))
  return { ...visit, families }
}
