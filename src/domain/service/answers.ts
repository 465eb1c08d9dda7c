import * as z from 'zod/mini'
import type { LocalDate } from '#domain/shared/local-date.ts'

/** One plain answer. Empty text means "not answered". */
export const PlainAnswer = z.union([z.string().check(z.maxLength(2000)), z.number(), z.boolean()])
export type PlainAnswer = z.infer<typeof PlainAnswer>

/** One line of a repeated question: a family member, a witness, an element that changes. */
export const AnswerRow = z.record(z.string().check(z.maxLength(40)), PlainAnswer)
export type AnswerRow = z.infer<typeof AnswerRow>

export const AnswerValue = z.union([PlainAnswer, z.array(AnswerRow).check(z.maxLength(30))])
export type AnswerValue = z.infer<typeof AnswerValue>

/** What the form says, by field id. Which ids exist and what they may hold is the kind's own business. */
export const Answers = z.record(z.string().check(z.maxLength(40)), AnswerValue)
export type Answers = z.infer<typeof Answers>

/** What a condition of a field or a paper may look at: the answers, and the day (WIT) of the report. */
export type Situation = {
  readonly answers: Answers
  readonly reportOn: LocalDate
}
