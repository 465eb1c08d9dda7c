import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Text } from '#domain/shared/text.ts'
import type { AnswerRow, Situation } from './answers.ts'
import type { NameUse } from '#domain/shared/person-name.ts'
import type { KnownRegions } from '#domain/shared/sixteen-digits.ts'

/** What an answer is, and with it how it is asked, checked, masked and sealed. */
export type FieldKind =
  | 'name' // Permendagri 73/2022
  | 'text'
  | 'longText'
  | 'nik'
  | 'noKk'
  | 'date'
  | 'time'
  | 'choice'
  | 'yesNo'
  | 'integer'
  | 'phone'
  | 'email'
  | 'regency' // any kabupaten/kota of Indonesia
  | 'negeri' // a negeri/desa/kelurahan of this kabupaten
  | 'rows'

/** Where the case is filed, and the lists of regions that the caller happens to have (none: those checks are left out). */
export type Where = {
  readonly negeri: RegionCode
  readonly knownNegeri?: (code: RegionCode) => boolean
  readonly knownRegions?: KnownRegions
}

export type Choice = { readonly value: string; readonly label: Text }

export type Field = {
  readonly id: string
  readonly kind: FieldKind
  readonly label: Text
  readonly hint?: Text
  readonly choices?: readonly Choice[]
  /** Must be answered when shown. Left out: yes. */
  readonly required?: boolean | ((situation: Situation) => boolean)
  /** Asked only in these situations. Left out: always. */
  readonly shownWhen?: (situation: Situation) => boolean
  /** For a column of `rows`: asked only in these lines. Left out: in every line. */
  readonly shownInRow?: (row: AnswerRow, situation: Situation) => boolean
  /** For `integer` the values, for text the number of characters. */
  readonly min?: number
  readonly max?: number
  readonly unit?: Text
  /** For `integer`: outside of this range is believable but rare, so a doubt. */
  readonly usual?: { readonly from: number; readonly to: number; readonly because: Text }
  /** For `text`: the shape it must have, and the words when it has not. */
  readonly pattern?: { readonly of: RegExp; readonly otherwise: Text }
  /** For `date`: may lie after today (an expiry). Left out: never. */
  readonly mayBeFuture?: boolean
  /** For `name`: written on a deed now, or standing in the register already. Left out: `record`. */
  readonly nameUse?: NameUse
  /** For `nik`: the fields of the same line that say birth date and sex of the same person. */
  readonly sameAs?: { readonly birthDate?: string; readonly sex?: string }
  /** Fields that the form's own rules hold to this one: a repair that may change one of them may change this as well. */
  readonly boundTo?: readonly string[]
  /** For `rows`: the questions of one line, and how many lines. */
  readonly columns?: readonly Field[]
  readonly minRows?: number
  readonly maxRows?: number
}

/** One page on a phone: one question to the citizen, one or a few fields that answer it. */
export type Question = {
  readonly id: string
  readonly title: Text
  readonly hint?: Text
  readonly fields: readonly Field[]
  readonly shownWhen?: (situation: Situation) => boolean
  /** What the rules make of the answers so far, said at once ("Hari ke-41, tepat waktu."). */
  readonly insight?: (situation: Situation, where: Where) => Text | undefined
}

/** A paper that some situation needs, why it is needed there, and the rule that says so. */
export type PaperRule = {
  readonly id: string
  readonly label: Text
  readonly hint?: Text
  /** Left out: needed in every situation of this kind. */
  readonly neededWhen?: (situation: Situation) => boolean
  /** Why it is asked, in words for the citizen ("karena tidak ada buku nikah"). */
  readonly because: Text
  /** What helps when the citizen does not have it ("Tidak punya? Pakai F-2.04"). */
  readonly otherwise?: Text
  readonly law?: string
}

/** One thing that is wrong or doubtful in the form. An `error` stops; a `warning` is shown to officer and verifier. */
export type Finding = {
  readonly level: 'error' | 'warning'
  readonly code: string
  readonly field: string
  /** Inside `rows`: the zero-based line, and the id of the column. `field` is then the `rows` field. */
  readonly row?: number
  readonly column?: string
  readonly text: Text
}

/** A document that the case yields when it ends well. */
export type Output = {
  readonly id: string
  readonly label: Text
  /** A PDF that citizen or negeri may print on plain A4. Cards (KIA, KTP-el) are not. */
  readonly selfPrint: boolean
  /** Follows by itself when there is a card to print; a case ends well without it. */
  readonly optional?: boolean
  /** Left out: in every situation of this kind. */
  readonly givenWhen?: (situation: Situation) => boolean
}

/** Another case that this one makes necessary: a second twin, a family left without a head. */
export type FollowUp = { readonly service: ServiceId; readonly kind: string; readonly because: Text }

export type KindDefinition = {
  readonly id: string
  readonly service: ServiceId
  readonly label: Text
  /** The official form and its own number of this kind, e.g. `F-1.02 A1`. */
  readonly form: string
  /** When to choose this kind, in one plain sentence. */
  readonly when: Text
  readonly law: readonly string[]
  readonly questions: readonly Question[]
  readonly papers: readonly PaperRule[]
  readonly outputs: readonly Output[]
  /** Rules that look at several answers together. */
  readonly check?: (situation: Situation, where: Where) => readonly Finding[]
  readonly followUps?: (situation: Situation) => readonly FollowUp[]
  /** Whose name stands in the queue. */
  readonly applicantName: (situation: Situation) => string
}

export type ServiceDefinition = {
  readonly id: ServiceId
  readonly label: Text
  /** Letters before a case number: `AL-26-04117`. */
  readonly numberPrefix: string
  /** Raised with every change of rules; a case keeps the version of its submission. */
  readonly version: number
  readonly fee: Text
  readonly kinds: readonly KindDefinition[]
}
