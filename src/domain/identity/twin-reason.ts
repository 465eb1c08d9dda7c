import type { Text } from '#domain/shared/text.ts'

export const TWIN_REASONS = [
  'child-same',
  'child-alike',
  'child-differs',
  'born-same',
  'born-near',
  'born-differs',
  'mother-same',
  'mother-alike',
  'mother-differs',
  'father-same',
  'father-alike',
  'card-same',
  'people-same',
  'matter-same',
  'sex-differs',
] as const

/** One thing that speaks for, or against, two cases being the same. Says which fact, never its value. */
export type TwinReason = (typeof TWIN_REASONS)[number]

const t = (id: string, en: string): Text => ({ id, en })

// oxfmt-ignore
const WORDS: Record<TwinReason, Text> = {
  'child-same': t('nama anak sama', 'same name of the child'),
  'child-alike': t('nama anak mirip', 'similar name of the child'),
  'child-differs': t('nama anak berbeda', 'different name of the child'),
  'born-same': t('tanggal lahir sama', 'same date of birth'),
  'born-near': t('tanggal lahir hampir sama', 'nearly the same date of birth'),
  'born-differs': t('tanggal lahir berbeda', 'different date of birth'),
  'mother-same': t('ibu sama', 'same mother'),
  'mother-alike': t('nama ibu mirip', 'similar name of the mother'),
  'mother-differs': t('ibu berbeda', 'different mother'),
  'father-same': t('ayah sama', 'same father'),
  'father-alike': t('nama ayah mirip', 'similar name of the father'),
  'card-same': t('No. KK sama', 'same No. KK'),
  'people-same': t('orangnya sama', 'same people'),
  'matter-same': t('urusan sama', 'same matter'),
  'sex-differs': t('jenis kelamin berbeda', 'different sex'),
}

/** The reasons as one line: "nama anak mirip, tanggal lahir sama, ibu sama". */
export function reasonsInWords(reasons: readonly TwinReason[]): Text {
  const all = reasons.map((reason) => WORDS[reason])
  return t(all.map(({ id }) => id).join(', '), all.map(({ en }) => en).join(', '))
}
