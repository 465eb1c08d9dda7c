import type { CaseFile, Fault } from '#domain/case/case-file.ts'
import type { ReasonCode } from '#domain/case/reason.ts'
import { OTHER_LEAST_CHARACTERS } from '#domain/case/reason.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { readyWords } from '#domain/case/return-words.ts'
import type { Text } from '#domain/shared/text.ts'

/** One fault while it is being written. `about` names a paper (`paper:KK`), a field (`field:birthDate`) or nothing. */
export type FaultDraft = {
  readonly key: string
  readonly code: ReasonCode | ''
  readonly about: string
  readonly instruction: string
}

/** What a return starts from: each line of the checklist that has a problem is a fault already; else an empty one. */
export function firstFaults(file: CaseFile, kind: KindDefinition, locale: keyof Text): readonly FaultDraft[] {
  const known = faultsOfChecklist(file, kind, locale)
  return known.length > 0 ? known : [{ key: 'first', code: '', about: '', instruction: '' }]
}

function faultsOfChecklist(file: CaseFile, kind: KindDefinition, locale: keyof Text): readonly FaultDraft[] {
  return file.checklist
    .filter((item) => item.result === 'problem')
    .map((item) => {
      const label = kind.papers.find((rule) => rule.id === item.ruleId)?.label[locale] ?? item.ruleId
      const missing = !file.papers.some(
        (paper) => paper.ruleId === item.ruleId && paper.replacedBy === undefined,
      )
      const code: ReasonCode | '' = missing ? 'DOC_MISSING' : ''
      return {
        key: item.ruleId,
        code,
        about: `paper:${item.ruleId}`,
        instruction: item.ground ? `${label}: ${item.ground}` : readyWords(code, label, locale),
      }
    })
}

/** What a fault still lacks, or nothing. */
export function faultMissing(fault: FaultDraft): 'code' | 'words' | 'more' | undefined {
  if (fault.code === '') return 'code'
  const length = fault.instruction.trim().length
  if (length < 5) return 'words'
  return fault.code === 'OTHER' && length < OTHER_LEAST_CHARACTERS ? 'more' : undefined
}

export function readyFault(fault: FaultDraft): Fault {
  if (fault.code === '') throw new Error('A fault without its code')
  const [what, id] = fault.about.split(':')
  const about = id === undefined ? {} : what === 'paper' ? { ruleId: id } : { field: id }
  return { code: fault.code, instruction: fault.instruction.trim(), ...about }
}
