import { expect, test } from 'vitest'
import { fitAnswers } from '#domain/case/testing/fit-answers.ts'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { Answers } from '#domain/service/answers.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { formPlan } from './form-plan.ts'

const kind = kindOf('KK', 'KK_LOST') as KindDefinition
const today = '2026-06-09'
const where = { negeri: '81.01.12.2001' }
const view = { caseId: 'c', submittedAt: null, papers: [], returned: null } as unknown as DraftView
const planOf = (answers: Answers, more: Partial<DraftView> = {}, papers: readonly string[] = []) =>
  formPlan({
    kind,
    view: { ...view, ...more },
    answers,
    today,
    where,
    onTheWay: papers.map((ruleId) => ({ ruleId })),
  })

test('an empty form begins at its first question, a whole one at its papers, and ends with reading it aloud', () => {
  const empty = planOf({})
  expect(empty.first).toBe(empty.questions[0]?.id)
  expect(empty.steps.slice(-2)).toEqual(['berkas', 'periksa'])
  const answered = planOf(fitAnswers('KK_LOST', today))
  expect(answered.first).toBe('berkas')
  const needed = answered.needed.map((rule) => rule.id)
  expect(answered.lacking.length).toBeGreaterThan(0)
  expect(planOf(fitAnswers('KK_LOST', today), {}, needed).lacking).toEqual([])
})

test('what came back begins with what has to be mended; a form is judged by the day it was handed in', () => {
  const back = planOf(
    {},
    { returned: { at: 1, faults: [] } as unknown as NonNullable<DraftView['returned']> },
  )
  expect([back.first, back.steps[0]]).toEqual(['perbaikan', 'perbaikan'])
  expect(planOf({}).situation.reportOn).toBe(today)
  expect(planOf({}, { submittedAt: 1_780_000_000_000 }).situation.reportOn).not.toBe(today)
})
