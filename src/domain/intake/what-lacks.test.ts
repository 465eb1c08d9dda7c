import { expect, test } from 'vitest'
import { BIRTH_REGULAR } from '#domain/service/akta-kelahiran/birth-regular.ts'
import { visibleQuestions } from '#domain/service/check-form.ts'
import type { Answers } from '#domain/service/answers.ts'
import { whatLacks } from './what-lacks.ts'

const where = { negeri: '81.01.12.2012' }
const lacking = (answers: Answers, papers: Parameters<typeof whatLacks>[3] = []) =>
  whatLacks(BIRTH_REGULAR, { answers, reportOn: '2026-06-09' }, where, papers)
const names = (answers: Answers, papers?: Parameters<typeof whatLacks>[3]) =>
  lacking(answers, papers).map((one) => (one.what === 'paper' ? one.paper.id : one.question.id))

test('an empty form lacks every page that it asks, then the papers needed in any case', () => {
  const asked = visibleQuestions(BIRTH_REGULAR, { answers: {}, reportOn: '2026-06-09' }).map((one) => one.id)
  expect(names({}).filter((id) => !/^[A-Z]/.test(id))).toEqual(asked)
  expect(names({})).toContain('KK')
})

test('an answered page is no longer missing, and a day in the future is', () => {
  expect(names({ birthDate: '2026-04-29' })).not.toContain('birthDay')
  expect(names({ birthDate: '2026-06-10' })).toContain('birthDay')
})

test('without a marriage book F-2.04 is missing, with one the book is', () => {
  expect(names({ hasMarriageProof: true })).toContain('MARRIAGE_PROOF')
  expect(names({ hasMarriageProof: false, kkShowsCouple: true })).toContain('F204')
  expect(names({ hasMarriageProof: false, kkShowsCouple: true })).not.toContain('MARRIAGE_PROOF')
})

test('a paper that was given is there, one that was only replaced away is not', () => {
  expect(names({}, [{ ruleId: 'KK' }])).not.toContain('KK')
  expect(names({}, [{ ruleId: 'KK', replacedBy: 'another' }])).toContain('KK')
})
