import type { CaseFile } from '#domain/case/case-file.ts'
import type { LateWork } from '#domain/case/late-work.ts'
import { REASON } from '#domain/case/reason.ts'
import { namesOf } from '#domain/case/words.ts'
import type { AnswerValue } from '#domain/service/answers.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import type { Text } from '#domain/shared/text.ts'
import { answerWords } from '../answer-words.ts'
import { wordsIn } from '../words-in.ts'

/** What an act would change, line by line: the thing, how it stands now, and how it would stand. */
export type WorkLine = { readonly what: string; readonly now?: string; readonly after: string }

type Saying = {
  readonly text: (text: Text) => string
  readonly yes: string
  readonly no: string
  readonly empty: string
  readonly rows: (n: number) => string
  readonly result: (result: 'unchecked' | 'ok' | 'notApplicable' | 'problem') => string
  readonly flag: (flag: keyof CaseFile['flags']) => string
  readonly words: string
  readonly regions: { readonly [code: string]: string }
}

export function workLines(
  work: LateWork,
  file: CaseFile,
  kind: KindDefinition,
  say: Saying,
): readonly WorkLine[] {
  const names = namesOf(kind)
  const fields = kind.questions.flatMap((question) => question.fields)
  const value = (id: string, given: AnswerValue | null | undefined): string => {
    if (given === null || given === undefined) return say.empty
    if (Array.isArray(given)) return say.rows(given.length)
    const field = fields.find((one) => one.id === id)
    return (field ? answerWords(field, given, say) : String(given)) || say.empty
  }
  switch (work.type) {
    case 'edit':
      return Object.entries(work.changed).map(([id, after]) => ({
        what: say.text(names.field(id)),
        now: value(id, file.answers[id]),
        after: value(id, after),
      }))
    case 'settleConflict':
      return [
        {
          what: say.text(names.field(work.field)),
          now: value(work.field, file.answers[work.field]),
          after: value(work.field, work.value),
        },
      ]
    case 'checkItem':
      return [work.ruleId, ...(work.also ?? [])].map((ruleId) => ({
        what: say.text(names.paper(ruleId)),
        now: say.result(file.checklist.find((item) => item.ruleId === ruleId)?.result ?? 'unchecked'),
        after: [say.result(work.result), work.ground].filter(Boolean).join(': '),
      }))
    case 'setFlags':
      return (['conflictOfInterest', 'vulnerable', 'urgent'] as const).flatMap((flag) =>
        work.flags[flag] === file.flags[flag]
          ? []
          : [
              {
                what: say.flag(flag),
                now: file.flags[flag] ? say.yes : say.no,
                after: work.flags[flag] ? say.yes : say.no,
              },
            ],
      )
    case 'returnToApplicant':
    case 'returnToNegeri':
      return work.faults.map((fault) => ({
        what: say.text(REASON[fault.code].label),
        after: fault.instruction,
      }))
    default: {
      const words = wordsIn(work)
      return words === '' ? [] : [{ what: say.words, after: words }]
    }
  }
}
