import type { CaseFile } from '#domain/case/case-file.ts'
import type { CommandOf } from '#domain/case/command.ts'
import type { Pin } from '#domain/case/pin.ts'
import { pinsToReturn } from '#domain/case/pins-of.ts'
import type { ReasonCode } from '#domain/case/reason.ts'
import { OTHER_LEAST_CHARACTERS } from '#domain/case/reason.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { readyWords } from '#domain/case/return-words.ts'
import { namesOf } from '#domain/case/words.ts'
import type { Uuid } from '#domain/shared/id.ts'
import type { Text } from '#domain/shared/text.ts'

type FaultInput = CommandOf<'returnToNegeri'>['faults'][number]

/** One fault while it is being written. `about` names a paper (`paper:KK`), a field (`field:birthDate`) or nothing. */
export type FaultDraft = {
  readonly key: string
  readonly code: ReasonCode | ''
  readonly about: string
  readonly instruction: string
  /** Made of these pins: they say the place, and wait for an answer when the case is back. */
  readonly pins?: readonly Uuid[]
  /** The field that its pins are about beside their paper. */
  readonly field?: string
}

/**
 * What a return starts from: the open pins, one line per paper and field, then each line of the checklist that has a
 * problem and no pin; else an empty one.
 */
export function firstFaults(file: CaseFile, kind: KindDefinition, locale: keyof Text): readonly FaultDraft[] {
  const pinned = faultsOfPins(pinsToReturn(file), kind, locale)
  const marked = faultsOfChecklist(file, kind, locale).filter(
    ({ about }) => !pinned.some((fault) => fault.about === about),
  )
  const known = [...pinned, ...marked]
  return known.length > 0 ? known : [{ key: 'first', code: '', about: '', instruction: '' }]
}

/**
 * One line per paper and field, in the words of its pins. What nobody wrote is said by the fault's own sentence, and so
 * is what was written to a colleague by name: the applicant reads this.
 */
export function faultsOfPins(
  pins: readonly Pin[],
  kind: KindDefinition,
  locale: keyof Text,
): readonly FaultDraft[] {
  const { paper, field } = namesOf(kind)
  const lines = Map.groupBy(pins, (pin) => `${pin.ruleId} ${pin.field ?? ''}`)
  return [...lines.entries()].map(([key, all]): FaultDraft => {
    const [first] = all
    const place = first === undefined ? '' : paper(first.ruleId)[locale]
    const said = all.map(({ code, text, mentions, field: about }) =>
      text !== '' && mentions.length === 0
        ? text
        : readyWords(code ?? '', about === undefined ? place : field(about)[locale], locale),
    )
    const words = [...new Set(said.filter(Boolean))]
    return {
      key: `pins ${key}`,
      code: all.find(({ code }) => code !== undefined)?.code ?? '',
      about: `paper:${first?.ruleId ?? ''}`,
      instruction:
        words.length > 1 ? words.map((one, at) => `${at + 1}. ${one}`).join('\n') : (words[0] ?? ''),
      pins: all.map(({ id }) => id),
      ...(first?.field === undefined ? {} : { field: first.field }),
    }
  })
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

export function readyFault(fault: FaultDraft): FaultInput {
  if (fault.code === '') throw new Error('A fault without its code')
  const [what, id] = fault.about.split(':')
  const about = id === undefined ? {} : what === 'paper' ? { ruleId: id } : { field: id }
  const { pins = [], field } = fault
  return {
    code: fault.code,
    instruction: fault.instruction.trim(),
    ...(field === undefined ? {} : { field }),
    ...about,
    ...(pins.length === 0 ? {} : { pins: [...pins] }),
  }
}
