import { normaliseDigits } from '#domain/shared/sixteen-digits.ts'
import { tidy } from '#domain/shared/text.ts'
import type { AnswerRow, Situation } from '../answers.ts'
import { CHANGE_ELEMENT } from '../code-lists.ts'
import { fault, field, paper, words } from '../define.ts'
import { rowsIn, textIn } from '../read-answers.ts'
import type { Field, Finding, PaperRule } from '../service-definition.ts'

/** Elements that need a corrected deed or a court decision first; the NIK stays all the same. */
const NEEDS_DEED: ReadonlySet<string> = new Set(['NAME', 'SEX', 'BIRTH_DATE'])

/** F-1.06: whose element changes, from what to what, and on what ground. */
export const CHANGES_FIELD: Field = field('changes', 'rows', 'Data yang berubah', 'Data that change', {
  minRows: 1,
  maxRows: 20,
  columns: [
    field('name', 'name', 'Nama anggota', 'Name of the member'),
    field('nik', 'nik', 'NIK anggota', 'NIK of the member'),
    field('element', 'choice', 'Yang berubah', 'What changes', { choices: CHANGE_ELEMENT }),
    field('oldValue', 'text', 'Semula', 'Before'),
    field('newValue', 'text', 'Menjadi', 'After'),
    field('ground', 'text', 'Dasar perubahan', 'Ground of the change', {
      min: 3,
      hint: words('Misalnya ijazah nomor 12/2024.', 'Such as diploma number 12/2024.'),
    }),
  ],
})

/** F-1.06 itself. */
export function elementForm(neededWhen?: PaperRule['neededWhen']): PaperRule {
  return paper(
    'F106',
    'Formulir F-1.06 (perubahan elemen data)',
    'Form F-1.06 (change of data)',
    words('karena ada data yang berubah', 'because data change'),
    {
      law: 'Permendagri 109/2019',
      ...(neededWhen ? { neededWhen } : {}),
    },
  )
}

/** Does a name, a sex or a birth date change? */
export function changesDeedData({ answers }: Situation): boolean {
  return rowsIn(answers, 'changes').some((row) => NEEDS_DEED.has(textIn(row, 'element')))
}

/** New differs from old, and no element of one person twice. */
export function checkChanges({ answers }: Situation): readonly Finding[] {
  const rows = rowsIn(answers, 'changes')
  const keys = rows.map(keyOf)
  return rows.flatMap((row, index): readonly Finding[] => {
    const [before, after] = [same(textIn(row, 'oldValue')), same(textIn(row, 'newValue'))]
    const key = keys[index] ?? ''
    return [
      ...(after !== '' && before === after
        ? [
            fault(
              'changes',
              'NOTHING_CHANGES',
              'Isi baru sama dengan isi lama.',
              'The new value is the old one.',
              { row: index, column: 'newValue' },
            ),
          ]
        : []),
      ...(key !== '' && keys.indexOf(key) < index
        ? [
            fault(
              'changes',
              'CHANGE_TWICE',
              'Data ini sudah ada di daftar.',
              'This change stands in the list already.',
              { row: index, column: 'element' },
            ),
          ]
        : []),
    ]
  })
}

const same = (text: string): string => tidy(text).toLocaleUpperCase('id')

function keyOf(row: AnswerRow): string {
  const [nik, element] = [normaliseDigits(textIn(row, 'nik')), textIn(row, 'element')]
  return nik === '' || element === '' ? '' : `${nik} ${element}`
}
