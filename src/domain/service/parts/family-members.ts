import { normaliseDigits } from '#domain/shared/sixteen-digits.ts'
import type { AnswerRow, Situation } from '../answers.ts'
import { FAMILY_RELATION, HEAD_OF_FAMILY, MARITAL_STATUS, NEVER_MARRIED, SEX } from '../code-lists.ts'
import { doubt, fault, field, words } from '../define.ts'
import { ADULT_AGE, ageIn, rowsIn, textIn } from '../read-answers.ts'
import type { Field, Finding } from '../service-definition.ts'

/** Marriage age of UU 16/2019; below it a doubt. */
const MARRIAGE_AGE = 19

/** The people of the new card: who, born when, and what to the head. Someone without a NIK is described in F-1.01. */
export function memberRows(
  id: string,
  labelId: string,
  labelEn: string,
  more: { nikRequired: boolean; least?: number; boundTo?: readonly string[] },
): Field {
  return field(id, 'rows', labelId, labelEn, {
    minRows: more.least ?? 1,
    maxRows: 20,
    ...(more.boundTo ? { boundTo: more.boundTo } : {}),
    columns: [
      field('name', 'name', 'Nama', 'Name'),
      field('nik', 'nik', 'NIK', 'NIK', {
        required: more.nikRequired,
        sameAs: { birthDate: 'birthDate', sex: 'sex' },
        ...(more.nikRequired
          ? {}
          : { hint: words('Kosongkan bila belum punya NIK.', 'Leave empty when there is no NIK yet.') }),
      }),
      field('sex', 'choice', 'Jenis kelamin', 'Sex', { choices: SEX }),
      field('birthDate', 'date', 'Tanggal lahir', 'Date of birth'),
      field('relation', 'choice', 'Hubungan dengan kepala keluarga', 'Relation to the head', {
        choices: FAMILY_RELATION,
      }),
      field('maritalStatus', 'choice', 'Status perkawinan', 'Marital status', { choices: MARITAL_STATUS }),
    ],
  })
}

/** Has some line no NIK yet? Then its biodata is asked, with F-1.01. */
export function someWithoutNik(id: string): (situation: Situation) => boolean {
  return ({ answers }) =>
    rowsIn(answers, id).some((row) => textIn(row, 'name') !== '' && textIn(row, 'nik') === '')
}

/** Are all of them children? False while there is nobody, or a birth date is missing. */
export function allUnderAge(id: string): (situation: Situation) => boolean {
  return ({ answers, reportOn }) => {
    const rows = rowsIn(answers, id)
    return rows.length > 0 && rows.every((row) => isChild(row, reportOn))
  }
}

const isChild = (row: AnswerRow, reportOn: string): boolean =>
  (ageIn(row, 'birthDate', reportOn) ?? ADULT_AGE) < ADULT_AGE

/** Married, divorced or widowed; not answered counts as never. */
export function wasMarried(row: AnswerRow): boolean {
  return !['', NEVER_MARRIED].includes(textIn(row, 'maritalStatus'))
}

/** No NIK twice, and a marriage below 19 is a doubt. */
export function checkMembers({ answers, reportOn }: Situation, id: string): readonly Finding[] {
  const rows = rowsIn(answers, id)
  const niks = rows.map((row) => normaliseDigits(textIn(row, 'nik')))
  return rows.flatMap((row, index): readonly Finding[] => {
    const nik = niks[index]
    const young = (ageIn(row, 'birthDate', reportOn) ?? MARRIAGE_AGE) < MARRIAGE_AGE
    return [
      ...(nik && niks.indexOf(nik) < index
        ? [
            fault(
              id,
              'MEMBER_TWICE',
              'NIK ini sudah ada di daftar.',
              'This NIK stands in the list already.',
              { row: index, column: 'nik' },
            ),
          ]
        : []),
      ...(young && wasMarried(row)
        ? [
            doubt(
              id,
              'MARRIED_YOUNG',
              'Belum 19 tahun tetapi sudah kawin. Periksa lagi.',
              'Under 19 and married. Check again.',
              { row: index, column: 'maritalStatus' },
            ),
          ]
        : []),
    ]
  })
}

/** Exactly one head of family, and the head is an adult or was married. */
export function checkHead({ answers, reportOn }: Situation, id: string): readonly Finding[] {
  const rows = rowsIn(answers, id)
  if (rows.length === 0 || rows.some((row) => textIn(row, 'relation') === '')) return [] // named as missing already
  const heads = rows.flatMap((row, index) =>
    textIn(row, 'relation') === HEAD_OF_FAMILY ? [{ row, index }] : [],
  )
  const [head] = heads
  if (head === undefined || heads.length > 1) {
    return [
      fault(
        id,
        'HEAD_COUNT',
        `Harus ada satu kepala keluarga. Sekarang ${heads.length}.`,
        `There must be one head of family. Now ${heads.length}.`,
      ),
    ]
  }
  return isChild(head.row, reportOn) && !wasMarried(head.row)
    ? [
        fault(
          id,
          'HEAD_UNDERAGE',
          'Kepala keluarga harus berumur 17 tahun, atau pernah kawin.',
          'A head of family must be 17, or have been married.',
          { row: head.index, column: 'relation' },
        ),
      ]
    : []
}
