import type { PlainAnswer } from '#domain/service/answers.ts'
import type { Field } from '#domain/service/service-definition.ts'
import { isCalendarDay } from '#domain/shared/local-date.ts'
import type { Text } from '#domain/shared/text.ts'

type Words = {
  readonly text: (text: Text) => string
  readonly yes: string
  readonly no: string
  readonly regions: { readonly [code: string]: string }
}

/** An answer as the office reads it: days as 28-04-2026, choices and places by name, numbers with their unit. Empty: ''. */
export function answerWords(field: Field, value: PlainAnswer | undefined, words: Words): string {
  if (value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  switch (field.kind) {
    case 'choice': {
      const choice = field.choices?.find((one) => one.value === value)
      return choice ? words.text(choice.label) : String(value)
    }
    case 'date':
      return formDate(String(value))
    case 'regency':
    case 'negeri':
      return words.regions[String(value)] ?? String(value)
    case 'time':
      return String(value).replace(':', '.')
    case 'integer':
      return field.unit ? `${value} ${words.text(field.unit)}` : String(value)
    case 'name':
    case 'text':
    case 'longText':
    case 'nik':
    case 'noKk':
    case 'yesNo':
    case 'phone':
    case 'email':
    case 'rows':
      return String(value)
  }
}

/** `28-04-2026`, as a day is written in forms. */
export function formDate(day: string): string {
  return isCalendarDay(day) ? `${day.slice(8)}-${day.slice(5, 7)}-${day.slice(0, 4)}` : day
}
