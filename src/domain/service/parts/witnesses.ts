import { wholeYearsBetween } from '#domain/shared/calendar.ts'
import { normaliseDigits } from '#domain/shared/sixteen-digits.ts'
import type { Situation } from '../answers.ts'
import { CITIZENSHIP } from '../code-lists.ts'
import { doubt, fault, field, question, words } from '../define.ts'
import { dayIn, rowsIn, textIn } from '../read-answers.ts'
import type { Finding, Question } from '../service-definition.ts'
import { applicantNik } from './applicant.ts'

/** Believable age of a witness; not in the law as far as known, so a doubt only. */
const WITNESS_AGE = 21

/** Two witnesses of the deed, who may be those of the SPTJM as well. */
export const WITNESS_QUESTION: Question = question(
  'witnesses',
  'Siapa dua saksinya?',
  'Who are the two witnesses?',
  [
    field('witnesses', 'rows', 'Saksi', 'Witnesses', {
      minRows: 2,
      maxRows: 2,
      columns: [
        field('name', 'name', 'Nama saksi', 'Name of the witness'),
        field('nik', 'nik', 'NIK saksi', 'NIK of the witness', { sameAs: { birthDate: 'birthDate' } }),
        field('noKk', 'noKk', 'No. KK saksi', 'No. KK of the witness'),
        field('birthDate', 'date', 'Tanggal lahir saksi', 'Birth date of the witness', { required: false }),
        field('citizenship', 'choice', 'Kewarganegaraan', 'Citizenship', { choices: CITIZENSHIP }),
      ],
    }),
  ],
  {
    hint: words(
      'Saksi SPTJM boleh sama dengan saksi akta.',
      'The witnesses of an SPTJM may witness the deed too.',
    ),
  },
)

/** Two different people, neither of them the applicant. Younger than 21: a doubt. */
export function checkWitnesses(situation: Situation): readonly Finding[] {
  const { answers, reportOn } = situation
  const niks = rowsIn(answers, 'witnesses').map((row) => normaliseDigits(textIn(row, 'nik')))
  const applicant = applicantNik(situation)
  return rowsIn(answers, 'witnesses').flatMap((row, index): readonly Finding[] => {
    const nik = niks[index]
    const at = { row: index, column: 'nik' }
    const born = dayIn(row, 'birthDate')
    return [
      ...(nik && niks.indexOf(nik) < index
        ? [
            fault(
              'witnesses',
              'WITNESS_TWICE',
              'Kedua saksi harus orang yang berbeda.',
              'The witnesses must be two people.',
              at,
            ),
          ]
        : []),
      ...(nik && nik === applicant
        ? [
            fault(
              'witnesses',
              'WITNESS_IS_APPLICANT',
              'Pemohon tidak boleh menjadi saksi.',
              'The applicant may not be a witness.',
              at,
            ),
          ]
        : []),
      ...(born && wholeYearsBetween(born, reportOn) < WITNESS_AGE
        ? [
            doubt(
              'witnesses',
              'WITNESS_YOUNG',
              'Saksi belum 21 tahun. Pastikan sudah pernah kawin.',
              'The witness is under 21. Make sure they were married.',
              { row: index, column: 'birthDate' },
            ),
          ]
        : []),
    ]
  })
}
