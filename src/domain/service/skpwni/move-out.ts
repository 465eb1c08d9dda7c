import { regencyOf } from '#domain/shared/region-tree.ts'
import { fault, field, question, words } from '../define.ts'
import { textIn } from '../read-answers.ts'
import type { KindDefinition } from '../service-definition.ts'
import { farAddressFields } from '../parts/address.ts'
import { applicantName, applicantQuestions, FAMILY_RIGHT, PROXY_PAPER } from '../parts/applicant.ts'
import { checkConsent, CLOSING_QUESTIONS } from '../parts/consent.ts'
import { checkMovers, MOVER_PAPERS, MOVER_QUESTIONS, moverFollowUps } from './movers.ts'
import { moveClassWords } from './move-class.ts'

/** Classes 4 and 5: to another kabupaten or province. The only way to an SKPWNI. */
export const MOVE_OUT: KindDefinition = {
  id: 'MOVE_OUT',
  service: 'SKPWNI',
  label: words('Pindah ke luar kabupaten', 'Move out of the regency'),
  form: 'F-1.03',
  when: words(
    'Pindah ke kabupaten, kota, atau provinsi lain.',
    'For a move to another regency, city or province.',
  ),
  law: [
    'UU 23/2006 art. 15',
    'Perpres 96/2018 art. 25',
    'Permendagri 108/2019',
    'Surat Dirjen Dukcapil 470/13287/Dukcapil',
  ],
  questions: [
    ...applicantQuestions(FAMILY_RIGHT),
    question(
      'destination',
      'Pindah ke mana?',
      'Where do they move?',
      [
        field(
          'destinationRegency',
          'regency',
          'Kabupaten atau kota tujuan',
          'Regency or city of destination',
        ),
      ],
      {
        insight: ({ answers }, { negeri }) => {
          const to = textIn(answers, 'destinationRegency')
          return to === '' ? undefined : moveClassWords(negeri, to)
        },
      },
    ),
    question(
      'destinationAddress',
      'Apa alamat tujuannya?',
      'What is the address there?',
      farAddressFields('destination'),
      {
        hint: words(
          'Alamat yang kurang lengkap membuat permohonan kembali.',
          'An incomplete address sends the application back.',
        ),
      },
    ),
    ...MOVER_QUESTIONS,
    ...CLOSING_QUESTIONS,
  ],
  papers: [...MOVER_PAPERS, PROXY_PAPER],
  outputs: [{ id: 'SKPWNI', label: words('SKPWNI', 'SKPWNI (letter of move)'), selfPrint: true }],
  check: (situation, where) => {
    const to = textIn(situation.answers, 'destinationRegency')
    const within = to === regencyOf(where.negeri)
    return [
      ...checkConsent(situation),
      ...checkMovers(situation),
      ...(within
        ? [
            fault(
              'destinationRegency',
              'MOVE_IS_WITHIN',
              'Tujuan masih di kabupaten ini. Pilih jenis "Pindah di dalam kabupaten".',
              'The destination is in this regency. Choose "Move within the regency".',
            ),
          ]
        : []),
    ]
  },
  followUps: moverFollowUps,
  applicantName,
}
