import { describe, expect, it } from 'vitest'
import { ALL_KINDS } from './catalogue.ts'
import { checkForm } from './check-form.ts'
import { tidyAnswers } from './tidy-answers.ts'
import { sampleAnswers, sampleVariants } from './sample-answers.ts'
import { seededRandom } from './samples/seeded-random.ts'

const negeri = '81.01.12.2001'
const cases = ALL_KINDS.flatMap((kind) =>
  sampleVariants(kind.id).map((variant) => ({ kind, variant, name: `${kind.id}/${variant}` })),
)

/** Valid all the same, and rightly doubted. */
const doubts = (name: string): string[] => (name === 'KK_NEW_SPLIT/marriedUnderAge' ? ['MARRIED_YOUNG'] : [])

describe('sample answers', () => {
  it.each(ALL_KINDS.map((kind) => kind.id))('has at least one situation of %s', (kindId) => {
    expect(sampleVariants(kindId).length).toBeGreaterThan(0)
  })

  it.each(cases)('$name is valid and tidy for many people and days', ({ kind, variant }) => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const reportOn = seed % 2 === 0 ? '2026-11-24' : '2028-02-29'
      const answers = sampleAnswers(kind.id, variant, { random: seededRandom(seed), reportOn, negeri })
      const situation = { answers, reportOn }
      const findings = checkForm(kind, situation, { negeri })
      expect(
        findings.map((finding) => finding.code),
        `seed ${seed}`,
      ).toEqual(doubts(`${kind.id}/${variant}`))
      expect(tidyAnswers(kind, situation)).toEqual(answers)
      expect(kind.applicantName(situation)).not.toBe('')
    }
  })

  it('gives the same people for the same random function', () => {
    const once = () =>
      sampleAnswers('BIRTH_REGULAR', 'onTime', { random: seededRandom(7), reportOn: '2026-11-24', negeri })
    expect(once()).toEqual(once())
  })
})
