import type { Text } from '#domain/shared/text.ts'
import type { CaseEvent } from './case-event.ts'
import { COMMAND_LABEL } from './command-label.ts'
import type { Words } from './words.ts'
import { listed } from './words.ts'

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>
const t = (id: string, en: string): Text => ({ id, en })

export function takenWords(event: Of<'Claimed'>, words: Words): Text {
  if (event.after === undefined) return t('mengambil permohonan', 'took the application')
  const { person, until } = event.after
  const at = words.time(until)
  return t(
    `mengambil alih dari ${person.name}, waktu pegangnya habis ${at.id}`,
    `took over from ${person.name}, whose lease ended ${at.en}`,
  )
}

export function handedWords(event: Of<'HandedOver'>): Text {
  return t(
    `menyerahkan ke ${event.to.name}: ${event.note}`,
    `handed it over to ${event.to.name}: ${event.note}`,
  )
}

export function proposalWords(event: Of<'WorkProposed' | 'WorkTaken' | 'WorkDeclined'>): Text {
  if (event.type === 'WorkProposed') {
    const act = COMMAND_LABEL[event.work.type]
    return t(`mengusulkan “${act.id}”, datang terlambat`, `proposed “${act.en}”, which came late`)
  }
  return event.type === 'WorkTaken'
    ? t(`menerima usulan ${event.of.name}`, `accepted the proposal of ${event.of.name}`)
    : t(
        `menolak usulan ${event.of.name}: ${event.reason}`,
        `declined the proposal of ${event.of.name}: ${event.reason}`,
      )
}

export function checkWords(event: Of<'ItemChecked'>, words: Words): Text {
  const paper = words.paper(event.ruleId)
  const ground = event.ground === undefined ? '' : `: ${event.ground}`
  switch (event.result) {
    case 'ok':
      return t(`memeriksa ${paper.id}: sesuai`, `checked ${paper.en}: in order`)
    case 'problem':
      return t(`menandai masalah pada ${paper.id}${ground}`, `marked a problem with ${paper.en}${ground}`)
    case 'notApplicable':
      return t(`menandai ${paper.id} tidak berlaku${ground}`, `marked ${paper.en} as not applicable${ground}`)
    case 'unchecked':
      return t(`menghapus tanda pada ${paper.id}`, `removed the mark from ${paper.en}`)
  }
}

export function flagsWords(flags: Of<'FlagsSet'>['flags']): Text {
  const marks = [
    ...(flags.conflictOfInterest ? [t('benturan kepentingan', 'conflict of interest')] : []),
    ...(flags.vulnerable ? [t('kelompok rentan', 'vulnerable')] : []),
    ...(flags.urgent ? [t('mendesak', 'urgent')] : []),
  ]
  if (marks.length === 0) return t('menghapus semua tanda', 'removed every mark')
  const names = listed(marks)
  return t(`memberi tanda: ${names.id}`, `marked it: ${names.en}`)
}
