import type { LocalDate } from '#domain/shared/local-date.ts'
import { isCalendarDay, wholeYearsBetween } from '#domain/shared/calendar.ts'
import type { AnswerRow, Answers, Situation } from './answers.ts'

/** The written answer, trimmed; '' when it was not given or is not text. */
export function textIn(answers: Answers | AnswerRow, id: string): string {
  const value = answers[id]
  return typeof value === 'string' ? value.trim() : ''
}

/** Was this question answered with yes? With no or not at all: false. */
export function saysYes(answers: Answers | AnswerRow, id: string): boolean {
  return answers[id] === true
}

/** Was this question answered with no? Not answered yet is not a no. */
export function saysNo(answers: Answers | AnswerRow, id: string): boolean {
  return answers[id] === false
}

/** The whole number answered, or undefined. */
export function countIn(answers: Answers | AnswerRow, id: string): number | undefined {
  const value = answers[id]
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined
}

/** The lines of a repeated question; none when it was not answered. */
export function rowsIn(answers: Answers, id: string): readonly AnswerRow[] {
  const value = answers[id]
  return Array.isArray(value) ? value : []
}

/** A calendar day that exists, or undefined. */
export function dayIn(answers: Answers | AnswerRow, id: string): LocalDate | undefined {
  const text = textIn(answers, id)
  return isCalendarDay(text) ? text : undefined
}

/** Whole years on the day of the report of whoever was born on the answered day. */
export function ageIn(answers: Answers | AnswerRow, id: string, reportOn: LocalDate): number | undefined {
  const born = dayIn(answers, id)
  return born === undefined ? undefined : wholeYearsBetween(born, reportOn)
}

/** Below this age a person heads no family and does not move alone. */
export const ADULT_AGE = 17

/** A condition on one written answer: `whenChosen('housing', 'RENT', 'BOARD')`. */
export function whenChosen(id: string, ...values: readonly string[]): (situation: Situation) => boolean {
  return ({ answers }) => values.includes(textIn(answers, id))
}

/** A condition on one yes/no answer. */
export function whenYes(id: string): (situation: Situation) => boolean {
  return ({ answers }) => saysYes(answers, id)
}

/** A condition on one yes/no answer; not answered yet is not a no. */
export function whenNo(id: string): (situation: Situation) => boolean {
  return ({ answers }) => saysNo(answers, id)
}
