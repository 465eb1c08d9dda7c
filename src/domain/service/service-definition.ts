import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Text } from '#domain/shared/text.ts'
import type { Situation } from './answers.ts'

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
  readonly min?: number
  readonly max?: number
  readonly unit?: Text
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
  /** Zero-based line for a field inside `rows`. */
  readonly row?: number
  readonly text: Text
}

/** A document that the case yields when it ends well. */
export type Output = { readonly id: string; readonly label: Text; readonly selfPrint: boolean }

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
  readonly check?: (situation: Situation, where: { readonly negeri: RegionCode }) => readonly Finding[]
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
