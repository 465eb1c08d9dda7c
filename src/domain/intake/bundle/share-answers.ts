import type { AnswerRow, Answers, AnswerValue } from '#domain/service/answers.ts'
import { HEAD_OF_FAMILY, MARRIED_RECORDED, NEVER_MARRIED } from '#domain/service/code-lists.ts'
import { rowsIn, saysYes, textIn } from '#domain/service/read-answers.ts'
import type { Field, KindDefinition } from '#domain/service/service-definition.ts'
import { samePair } from './bundle-pairs.ts'

const WIFE = '3'
const CHILD = '4'

/** Never carried over: each application is declared true by itself. */
const OF_ONE_CASE: ReadonlySet<string> = new Set(['truthStatement', 'privacyNoticeRead', 'numbersAsOnCard'])
/** A twin's own: everything else of one birth is the same. */
const OF_ONE_CHILD: ReadonlySet<string> = new Set([
  'childName',
  'childSex',
  'birthTime',
  'birthOrder',
  'weightGram',
  'lengthCm',
  'birthLetterNumber',
])

/**
 * What one application of a family already says of another: the people, the card, the applicant, the event. Only
 * answers that the other form asks and could hold; statements are never shared. The same question is the same answer
 * unless the pair knows better.
 */
export function sharedAnswers(from: KindDefinition, to: KindDefinition, answers: Answers): Answers {
  const fields = new Map(fieldsOf(to).map((field) => [field.id, field]))
  const before = new Map(fieldsOf(from).map((field) => [field.id, field]))
  const shared: Answers = {}
  for (const [id, value] of Object.entries(answers)) {
    if (OF_ONE_CASE.has(id) || (from.id === to.id && OF_ONE_CHILD.has(id))) continue
    const [here, there] = [before.get(id), fields.get(id)]
    if (here !== undefined && there !== undefined && sameQuestion(here, there)) shared[id] = value
  }
  const own = { ...applicantOf(from, to, answers), ...ofPair(from, to, answers) }
  for (const [id, value] of Object.entries(own)) {
    const field = fields.get(id)
    if (field === undefined) continue
    if (value === null) delete shared[id]
    else if (mayHold(field, value)) shared[id] = value
  }
  return shared
}

/** Only into what is still empty: a person's own words in the other form stand. */
export function missingShared(shared: Answers, present: Answers): Answers {
  return Object.fromEntries(
    Object.entries(shared).filter(([id]) => {
      const now = present[id]
      return now === undefined || now === '' || (Array.isArray(now) && now.length === 0)
    }),
  )
}

const fieldsOf = (kind: KindDefinition): readonly Field[] =>
  kind.questions.flatMap((question) => question.fields)

function sameQuestion(one: Field, other: Field): boolean {
  const columns = (field: Field) => (field.columns ?? []).map((column) => column.id).join()
  const choices = (field: Field) => (field.choices ?? []).map((choice) => choice.value).join()
  return one.kind === other.kind && columns(one) === columns(other) && choices(one) === choices(other)
}

function mayHold(field: Field, value: AnswerValue): boolean {
  if (field.kind === 'rows') return Array.isArray(value) && value.length > 0
  if (Array.isArray(value) || value === '') return false
  return field.choices === undefined || field.choices.some((choice) => choice.value === value)
}

type Own = { readonly [field: string]: AnswerValue | null }

/** A parent or finder is named on another page of a birth; the other forms ask for the applicant by name. */
function applicantOf(from: KindDefinition, to: KindDefinition, answers: Answers): Own {
  if (from.service === to.service) return {}
  const right = textIn(answers, 'applicantRight')
  const named = (who: string, as = 'FAMILY'): Own => ({
    applicantRight: as,
    applicantName: textIn(answers, `${who}Name`),
    applicantNik: textIn(answers, `${who}Nik`),
  })
  if (right === 'MOTHER') return named('mother')
  if (right === 'FATHER') return named('father')
  if (right === 'FINDER' || right === 'GUARDIAN') return named('applicant')
  return { applicantRight: ['SELF', 'FAMILY', 'PROXY'].includes(right) ? right : null }
}

function ofPair(from: KindDefinition, to: KindDefinition, answers: Answers): Own {
  switch (samePair(from.id, to.id)) {
    case 'birth-to-card':
      return {
        event: 'BIRTH',
        birthDeedPending: true,
        eventDate: textIn(answers, 'birthDate'),
        eventName: textIn(answers, 'childName'),
        eventDeedNumber: null,
      }
    case 'birth-to-new-family':
      return {
        basis: 'MARRIAGE',
        hasDeed: true,
        deedNumber: textIn(answers, 'marriageDeedNumber'),
        eventDate: textIn(answers, 'marriageDate'),
        members: coupleAndChild(answers),
      }
    case 'move-to-new-head': {
      const head = rowsIn(answers, 'members').find((row) => textIn(row, 'relation') === HEAD_OF_FAMILY)
      return {
        members: null, // those who move are not those who stay
        oldHeadName: head === undefined ? '' : textIn(head, 'name'),
        oldHeadNik: head === undefined ? '' : textIn(head, 'nik'),
        headGone: 'MOVED',
        ...(saysYes(answers, 'stayersAllUnderAge')
          ? {}
          : { guardianSolution: null, guardianName: null, guardianNik: null }),
      }
    }
    default:
      return {}
  }
}

function coupleAndChild(answers: Answers): AnswerRow[] {
  const person = (who: string, sex: string, relation: string, maritalStatus: string): AnswerRow => ({
    name: textIn(answers, `${who}Name`),
    nik: textIn(answers, `${who}Nik`),
    sex,
    birthDate: textIn(answers, who === 'child' ? 'birthDate' : `${who}BirthDate`),
    relation,
    maritalStatus,
  })
  const rows = [
    person('father', '1', HEAD_OF_FAMILY, MARRIED_RECORDED),
    person('mother', '2', WIFE, MARRIED_RECORDED),
    person('child', textIn(answers, 'childSex'), CHILD, NEVER_MARRIED),
  ]
  return rows.filter((row) => row['name'] !== '')
}
