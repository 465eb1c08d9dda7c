import { describe, expect, test } from 'vitest'
import { ALL_KINDS } from '#domain/service/catalogue.ts'
import { checkForm, neededPapers } from '#domain/service/check-form.ts'
import { sampleAnswers, sampleVariants } from '#domain/service/sample-answers.ts'
import { seededRandom } from '#domain/service/samples/seeded-random.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { bundleOffers } from './bundle-offers.ts'
import { alsoServes, BUNDLE_PAIRS } from './bundle-pairs.ts'
import { missingShared, sharedAnswers } from './share-answers.ts'

const reportOn = '2026-06-09'
const NEGERI = '81.01.12.2004'
const kindNamed = (id: string): KindDefinition => {
  const kind = ALL_KINDS.find((one) => one.id === id)
  if (kind === undefined) throw new Error(id)
  return kind
}
const contextOf = (seed: number) => ({ random: seededRandom(seed), negeri: NEGERI, reportOn })
const situations = BUNDLE_PAIRS.flatMap(({ from, to }) =>
  sampleVariants(from).flatMap((variant) => [1, 2, 3].map((seed) => ({ from, to, variant, seed }))),
)

describe.each(situations)('$from ($variant, $seed) → $to', ({ from, to, variant, seed }) => {
  const [one, other] = [kindNamed(from), kindNamed(to)]
  const answers = sampleAnswers(from, variant, contextOf(seed))
  const shared = sharedAnswers(one, other, answers)

  test('brings nothing that the other form would refuse', () => {
    const findings = checkForm(other, { answers: shared, reportOn }, { negeri: NEGERI })
    const wrong = findings.filter(
      (finding) => finding.level === 'error' && finding.code !== 'ANSWER_MISSING' && finding.field in shared,
    )
    expect(wrong.filter((finding) => !/HEAD_/.test(finding.code))).toEqual([])
  })

  test('brings the card number and the applicant, and no statement', () => {
    expect(Object.keys(shared)).not.toContain('truthStatement')
    expect(Object.keys(shared)).not.toContain('privacyNoticeRead')
    expect(shared['noticeTo']).toBe(answers['noticeTo'])
    if (to !== 'KK_NEW_MARRIAGE') expect(shared['noKk']).toBe(answers['noKk'])
    const named = shared['applicantName'] !== undefined && shared['applicantNik'] !== undefined
    expect(named || to === 'BIRTH_REGULAR').toBe(true)
  })

  test('a paper serves only lines that the other kind has', () => {
    const lines = new Set(other.papers.map((paper) => paper.id))
    for (const paper of one.papers)
      for (const line of alsoServes(from, to, paper.id)) expect(lines.has(line), line).toBe(true)
  })

  test('what a person wrote in the other form stands', () => {
    const first = Object.keys(shared)[0] ?? ''
    expect(missingShared(shared, { [first]: 'sudah diisi' })).not.toHaveProperty([first])
    expect(missingShared(shared, {})).toEqual(shared)
  })
})

test('a birth brings its card: one photo of the old card, one of the birth letter', () => {
  const birth = kindNamed('BIRTH_REGULAR')
  const card = kindNamed('KK_CHANGE_EVENT')
  const answers = sampleAnswers('BIRTH_REGULAR', sampleVariants('BIRTH_REGULAR')[0] ?? '', contextOf(7))
  const shared = sharedAnswers(birth, card, answers)
  expect(shared).toMatchObject({ event: 'BIRTH', birthDeedPending: true, eventName: answers['childName'] })
  const needed = neededPapers(card, { answers: shared, reportOn }).map((paper) => paper.id)
  expect(needed).toEqual(expect.arrayContaining(['OLD_KK', 'BIRTH_LETTER', 'F102']))
  expect(needed).not.toContain('BIRTH_PROOF')
  const given = neededPapers(birth, { answers, reportOn }).map((paper) => paper.id)
  const served = given.flatMap((ruleId) => alsoServes('BIRTH_REGULAR', 'KK_CHANGE_EVENT', ruleId))
  expect(served).toEqual(expect.arrayContaining(['OLD_KK', 'BIRTH_LETTER']))
})

test('twins share their parents and not their names', () => {
  const birth = kindNamed('BIRTH_REGULAR')
  const answers = sampleAnswers('BIRTH_REGULAR', sampleVariants('BIRTH_REGULAR')[0] ?? '', contextOf(8))
  const shared = sharedAnswers(birth, birth, answers)
  expect(shared['motherNik']).toBe(answers['motherNik'])
  expect(shared).not.toHaveProperty('childName')
  expect(shared).not.toHaveProperty('weightGram')
})

test('every offer is a pair that knows what to share', () => {
  const pairs = new Set(BUNDLE_PAIRS.map(({ from, to }) => `${from}/${to}`))
  for (const kind of ALL_KINDS)
    for (const variant of sampleVariants(kind.id)) {
      const situation = { answers: sampleAnswers(kind.id, variant, contextOf(9)), reportOn }
      for (const offer of bundleOffers(kind, situation))
        expect(pairs.has(`${kind.id}/${offer.kind}`), `${kind.id} → ${offer.kind}`).toBe(true)
    }
})
