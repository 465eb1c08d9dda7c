import { choice, field, paper, question, words } from '../define.ts'
import { whenChosen } from '../read-answers.ts'
import type { KindDefinition } from '../service-definition.ts'
import { applicantName, applicantQuestions, FINDER_RIGHT, PROXY_PAPER } from '../parts/applicant.ts'
import { checkConsent, CLOSING_QUESTIONS } from '../parts/consent.ts'
import { checkWitnesses, WITNESS_QUESTION } from '../parts/witnesses.ts'
import { BIRTH_DAY_QUESTION, CHILD_QUESTION } from './birth-questions.ts'
import { BIRTH_OUTPUTS } from './birth-outputs.ts'

/** A child whose parents nobody knows: the deed names no parents. */
export const BIRTH_FOUNDLING: KindDefinition = {
  id: 'BIRTH_FOUNDLING',
  service: 'AKTA_KELAHIRAN',
  label: words('Anak yang orang tuanya tidak diketahui', 'Child of unknown parents'),
  form: 'F-2.01',
  when: words(
    'Anak ditemukan dan orang tuanya tidak diketahui.',
    'A child was found and its parents are unknown.',
  ),
  law: ['UU 23/2006 jo. UU 24/2013 art. 27, 28, 32', 'Perpres 96/2018 art. 33', 'Permendagri 108/2019'],
  questions: [
    question('found', 'Di mana anak ditemukan?', 'Where was the child found?', [
      field('foundPlace', 'text', 'Tempat ditemukan', 'Place', { min: 3 }),
      field('foundDate', 'date', 'Tanggal ditemukan', 'Date'),
      field('foundProof', 'choice', 'Bukti yang ada', 'The proof there is', {
        choices: [
          choice('POLICE', 'Berita acara Kepolisian', 'Police record'),
          choice('STATEMENT', 'SPTJM dengan dua saksi', 'Statement with two witnesses'),
        ],
      }),
      field('policeReportNumber', 'text', 'Nomor berita acara', 'Number of the record', {
        shownWhen: whenChosen('foundProof', 'POLICE'),
        max: 60,
      }),
    ]),
    {
      ...BIRTH_DAY_QUESTION,
      hint: words(
        'Bila tidak diketahui, pakai perkiraan tenaga kesehatan.',
        'If unknown, use the estimate of a health worker.',
      ),
    },
    CHILD_QUESTION,
    question('carer', 'Siapa penemu atau walinya?', 'Who is the finder or guardian?', [
      field('carerName', 'name', 'Nama', 'Name'),
      field('carerNik', 'nik', 'NIK', 'NIK'),
      field('noKk', 'noKk', 'No. KK', 'No. KK', {
        hint: words('Anak akan dicatat di KK ini.', 'The child will be recorded on this card.'),
      }),
    ]),
    WITNESS_QUESTION,
    ...applicantQuestions(FINDER_RIGHT),
    ...CLOSING_QUESTIONS,
  ],
  papers: [
    paper(
      'F201',
      'Formulir F-2.01, sudah ditandatangani',
      'Form F-2.01, signed',
      words('untuk setiap kelahiran', 'for every birth'),
      { law: 'Permendagri 109/2019' },
    ),
    paper(
      'POLICE_RECORD',
      'Berita acara Kepolisian',
      'Police record',
      words('karena orang tua anak tidak diketahui', "because the child's parents are unknown"),
      {
        neededWhen: whenChosen('foundProof', 'POLICE'),
        otherwise: words(
          'Tidak ada? Pakai SPTJM dengan dua saksi.',
          'Is there none? Use a statement with two witnesses.',
        ),
        law: 'Perpres 96/2018 art. 33',
      },
    ),
    paper(
      'FOUND_STATEMENT',
      'SPTJM kebenaran data kelahiran, dengan dua saksi',
      'Statement on the birth, with two witnesses',
      words('karena tidak ada berita acara Kepolisian', 'because there is no police record'),
      {
        neededWhen: whenChosen('foundProof', 'STATEMENT'),
      },
    ),
    paper(
      'KK',
      'KK penemu atau wali',
      "The finder's or guardian's card",
      words('karena anak dicatat di KK ini', 'because the child is recorded on this card'),
    ),
    PROXY_PAPER,
  ],
  outputs: BIRTH_OUTPUTS,
  check: (situation) => [...checkConsent(situation), ...checkWitnesses(situation)],
  applicantName,
}
