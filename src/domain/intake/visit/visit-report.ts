import type { Text } from '#domain/shared/text.ts'
import type { Visit, VisitCase } from './visit.ts'

/** Where a begun case stands, as far as whoever asks knows. */
export type CaseStanding = { readonly submitted: boolean; readonly number: string | null }

export type VisitReport = {
  readonly families: number
  readonly served: number
  readonly left: number
  /** By service and kind: begun, and of these handed in. */
  readonly kinds: readonly {
    readonly service: VisitCase['service']
    readonly kind: string
    readonly begun: number
    readonly submitted: number
  }[]
  /** Who must still be helped, in the order of the day. */
  readonly unfinished: readonly {
    readonly turn: number
    readonly name: string
    readonly missing: string
    readonly begun: number
  }[]
  readonly people: readonly { readonly name: string; readonly families: number; readonly cases: number }[]
}

/**
 * What the team brings home in the evening. Every figure is a count of lines of the list, so each can be shown by
 * its lines. Unfinished: still waiting or being served, something missing, or a case that was not handed in.
 */
export function visitReport(
  visit: Visit,
  standingOf: (caseId: string) => CaseStanding | undefined,
): VisitReport {
  const isSubmitted = (one: VisitCase): boolean => standingOf(one.caseId)?.submitted === true
  const kinds = new Map<
    string,
    { service: VisitCase['service']; kind: string; begun: number; submitted: number }
  >()
  const people = new Map<string, { name: string; families: number; cases: number }>()
  for (const family of visit.families) {
    for (const one of family.cases) {
      const id = `${one.service}/${one.kind}`
      const line = kinds.get(id) ?? { service: one.service, kind: one.kind, begun: 0, submitted: 0 }
      kinds.set(id, {
        ...line,
        begun: line.begun + 1,
        submitted: line.submitted + (isSubmitted(one) ? 1 : 0),
      })
    }
    if (family.servedBy === '') continue
    const person = people.get(family.servedBy) ?? { name: family.servedBy, families: 0, cases: 0 }
    people.set(family.servedBy, {
      ...person,
      families: person.families + 1,
      cases: person.cases + family.cases.length,
    })
  }
  const unfinished = visit.families.filter(
    (family) =>
      family.state !== 'left' &&
      (family.state !== 'done' || family.missing !== '' || !family.cases.every(isSubmitted)),
  )
  const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1)
  return {
    families: visit.families.length,
    served: visit.families.filter((family) => family.state === 'done').length,
    left: visit.families.filter((family) => family.state === 'left').length,
    kinds: [...kinds.values()].toSorted((a, b) => b.begun - a.begun || (a.kind < b.kind ? -1 : 1)),
    unfinished: unfinished.map(({ turn, name, missing, cases }) => ({
      turn,
      name,
      missing,
      begun: cases.length,
    })),
    people: [...people.values()].toSorted(byName),
  }
}

type Words = {
  readonly [name in 'turn' | 'name' | 'state' | 'service' | 'missing' | 'servedBy' | 'number']: string
}

/** The list of the day as rows of a spreadsheet: one line per begun case, and one for a family without any. */
export function visitRows(
  visit: Visit,
  standingOf: (caseId: string) => CaseStanding | undefined,
  head: Words,
  say: {
    readonly state: (state: Visit['families'][number]['state']) => string
    readonly kind: (one: VisitCase) => string
  },
): readonly (readonly (string | number)[])[] {
  const rows = visit.families.flatMap((family) => {
    const own = [family.turn, family.name, say.state(family.state)] as const
    const cases = family.cases.length === 0 ? [undefined] : family.cases
    return cases.map((one) => [
      ...own,
      one === undefined ? '' : say.kind(one),
      one === undefined ? '' : (standingOf(one.caseId)?.number ?? ''),
      family.missing,
      family.servedBy,
    ])
  })
  return [[head.turn, head.name, head.state, head.service, head.number, head.missing, head.servedBy], ...rows]
}

export const FAMILY_STATE_TEXT: Record<Visit['families'][number]['state'], Text> = {
  waiting: { id: 'Menunggu', en: 'Waiting' },
  serving: { id: 'Dilayani', en: 'Being served' },
  done: { id: 'Selesai', en: 'Finished' },
  left: { id: 'Pulang', en: 'Left' },
}
