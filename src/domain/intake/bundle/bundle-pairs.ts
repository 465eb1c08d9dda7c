/** The kinds that go together, by what they have to do with each other. */
export type PairName = 'birth-to-card' | 'birth-to-new-family' | 'twins' | 'move-to-new-head'

type Pair = {
  readonly name: PairName
  readonly from: readonly string[]
  readonly to: string
  /** Which paper of the first serves which line of the second; forms are signed for one application only. */
  readonly papers: readonly (readonly [from: string, to: string])[]
}

const PROXY = ['F107', 'F107'] as const

const PAIRS: readonly Pair[] = [
  {
    name: 'birth-to-card',
    from: ['BIRTH_REGULAR', 'BIRTH_FOUNDLING'],
    to: 'KK_CHANGE_EVENT',
    papers: [['KK', 'OLD_KK'], ['BIRTH_LETTER', 'BIRTH_LETTER'], ['F203', 'BIRTH_LETTER'], PROXY],
  },
  {
    name: 'birth-to-new-family',
    from: ['BIRTH_REGULAR'],
    to: 'KK_NEW_MARRIAGE',
    papers: [['MARRIAGE_PROOF', 'MARRIAGE_PROOF'], PROXY],
  },
  {
    name: 'twins',
    from: ['BIRTH_REGULAR'],
    to: 'BIRTH_REGULAR',
    papers: [
      ['KK', 'KK'],
      ['MARRIAGE_PROOF', 'MARRIAGE_PROOF'],
      ['F204', 'F204'],
      ['KTP_MOTHER', 'KTP_MOTHER'],
      ['KTP_FATHER', 'KTP_FATHER'],
      PROXY,
    ],
  },
  {
    name: 'move-to-new-head',
    from: ['MOVE_OUT', 'MOVE_WITHIN'],
    to: 'KK_NEW_HEAD',
    papers: [['KK', 'OLD_KK'], ['GUARDIAN_STATEMENT', 'GUARDIAN_STATEMENT'], PROXY],
  },
]

const pairOf = (from: string, to: string): Pair | undefined =>
  PAIRS.find((pair) => pair.from.includes(from) && pair.to === to)

export function samePair(from: string, to: string): PairName | undefined {
  return pairOf(from, to)?.name
}

/** The lines of the second application that a paper of the first serves as well: one photo, two checklists. */
export function alsoServes(from: string, to: string, ruleId: string): readonly string[] {
  return (pairOf(from, to)?.papers ?? []).flatMap(([own, other]) => (own === ruleId ? [other] : []))
}

/** Every pair there is, for whoever must look at each. */
export const BUNDLE_PAIRS: readonly { readonly from: string; readonly to: string }[] = PAIRS.flatMap((pair) =>
  pair.from.map((from) => ({ from, to: pair.to })),
)
