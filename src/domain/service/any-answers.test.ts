import type { Arbitrary } from 'fast-check'
import {
  array,
  assert,
  boolean,
  constantFrom,
  dictionary,
  double,
  integer,
  oneof,
  property,
  subarray,
  tuple,
  string,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerRow, Answers, AnswerValue } from './answers.ts'
import { ALL_KINDS } from './catalogue.ts'
import { checkForm, neededPapers, visibleQuestions } from './check-form.ts'
import { identitiesIn } from './identities.ts'
import { maskAnswers } from './mask-answers.ts'
import { sampleAnswers, sampleVariants } from './sample-answers.ts'
import { seededRandom } from './samples/seeded-random.ts'
import type { Field, KindDefinition } from './service-definition.ts'
import { tidyAnswers } from './tidy-answers.ts'

const negeri = '81.01.12.2001'
const reportOn = '2026-11-24'

const nikText = integer({ min: 1_000_000, max: 9_999_999 }).map((tail) => `810112120${tail}`)
const plain = oneof(
  string(),
  string({ unit: 'grapheme' }),
  nikText,
  boolean(),
  integer(),
  double({ noNaN: true }),
  constantFrom('1', '2', 'SELF', 'PROXY', '2026-02-29', '', '  '),
)

/** One line, with any of its columns left out. */
const anyRow = (columns: readonly Field[]): Arbitrary<AnswerRow> =>
  subarray(columns.map((column) => column.id)).chain((ids) =>
    tuple(...ids.map(() => plain)).map((values) =>
      Object.fromEntries(ids.map((id, index) => [id, values[index] ?? ''])),
    ),
  )

/** Something for one field: often of its kind, often not. */
function anyValue(field: Field): Arbitrary<AnswerValue> {
  const rows: Arbitrary<AnswerValue> = array(anyRow(field.columns ?? []), { maxLength: 4 })
  const likely: Arbitrary<AnswerValue> =
    field.kind === 'rows'
      ? rows
      : field.choices
        ? constantFrom(...field.choices.map((one) => one.value))
        : field.kind === 'yesNo'
          ? boolean()
          : plain
  return oneof({ weight: 4, arbitrary: likely }, { weight: 1, arbitrary: oneof(plain, rows) })
}

/** Answers of any shape for a kind, any of them left out, some of them under ids that it does not know. */
function anyAnswers(kind: KindDefinition): Arbitrary<Answers> {
  const fields = kind.questions.flatMap((question) => question.fields)
  const own = subarray(fields).chain((some) =>
    tuple(...some.map(anyValue)).map((values): Answers =>
      Object.fromEntries(some.map((field, index) => [field.id, values[index] ?? ''])),
    ),
  )
  return oneof(
    { weight: 4, arbitrary: own },
    { weight: 1, arbitrary: dictionary(string({ maxLength: 10 }), plain) },
  )
}

describe.each(ALL_KINDS.map((kind) => ({ id: kind.id, kind })))('any answers to $id', ({ kind }) => {
  it('never break the check, the pages, the papers or the words', () => {
    assert(
      property(anyAnswers(kind), (answers) => {
        const situation = { answers, reportOn }
        checkForm(kind, situation, { negeri })
        neededPapers(kind, situation)
        visibleQuestions(kind, situation).forEach((question) => question.insight?.(situation, { negeri }))
        expect(typeof kind.applicantName(situation)).toBe('string')
        kind.followUps?.(situation)
      }),
      { numRuns: 25 },
    )
  })

  it('name every id that the form does not ask', () => {
    assert(
      property(anyAnswers(kind), (answers) => {
        const known = new Set(kind.questions.flatMap((question) => question.fields.map((field) => field.id)))
        const strange = Object.keys(answers).filter((id) => !known.has(id))
        const named = checkForm(kind, { answers, reportOn }, { negeri }).filter(
          (finding) => finding.code === 'UNKNOWN_ANSWER' && finding.row === undefined,
        )
        expect(named.map((finding) => finding.field)).toEqual(strange)
      }),
      { numRuns: 20 },
    )
  })

  it('are tidied once and for all', () => {
    assert(
      property(anyAnswers(kind), (answers) => {
        const once = tidyAnswers(kind, { answers, reportOn })
        expect(tidyAnswers(kind, { answers: once, reportOn })).toEqual(once)
      }),
      { numRuns: 20 },
    )
  })

  it('hold no sixteen digits once they are masked', () => {
    assert(
      property(anyAnswers(kind), (answers) => {
        const values = JSON.stringify(maskAnswers(kind, answers))
        expect(values).not.toMatch(/\d{16}/)
        expect(values).not.toMatch(/\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4}/)
      }),
      { numRuns: 25 },
    )
  })

  it('keep their numbers findable and hidden in every sample', () => {
    for (const variant of sampleVariants(kind.id)) {
      const answers = sampleAnswers(kind.id, variant, { random: seededRandom(3), reportOn, negeri })
      const written = new Set(JSON.stringify(answers).match(/(?<!\d)\d{16}(?!\d)/g))
      const found = identitiesIn(kind, answers)
      expect(new Set(found.map((one) => one.digits))).toEqual(written)
      const masked = JSON.stringify(maskAnswers(kind, answers))
      for (const digits of written) expect(masked).not.toContain(digits)
      expect(Object.keys(maskAnswers(kind, answers)).sort()).toEqual(Object.keys(answers).sort())
    }
  })
})
