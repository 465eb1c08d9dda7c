import { MARITAL_STATUS, NEVER_MARRIED } from '../code-lists.ts'
import { choice, fault, field, paper, question, words } from '../define.ts'
import { ADULT_AGE, ageIn, saysNo, textIn, whenChosen } from '../read-answers.ts'
import type { KindDefinition } from '../service-definition.ts'
import { checkHead, checkMembers, memberRows } from '../parts/family-members.ts'
import { kkKind, KTP, noKkQuestion, OLD_KK, unrecordedStatement } from './kk-form.ts'

const splitBy = (...causes: readonly string[]) => whenChosen('splitCause', ...causes)

/** A3: someone splits off at the same address; those who stay keep the number, who splits off gets a new one. */
export const KK_NEW_SPLIT: KindDefinition = kkKind({
  id: 'KK_NEW_SPLIT',
  label: words('Pisah KK di alamat yang sama', 'Split of a card at one address'),
  form: 'F-1.02 A3',
  when: words('Ingin KK sendiri, tetap di rumah yang sama.', 'Wants an own card in the same house.'),
  law: ['Permendagri 108/2019 art. 10'],
  questions: [
    noKkQuestion('Pisah dari KK mana?', 'From which card?'),
    question(
      'splitter',
      'Siapa kepala KK yang baru?',
      'Who heads the new card?',
      [
        field('splitterName', 'name', 'Nama', 'Name'),
        field('splitterNik', 'nik', 'NIK', 'NIK', { sameAs: { birthDate: 'splitterBirthDate' } }),
        field('splitterBirthDate', 'date', 'Tanggal lahir', 'Date of birth'),
        field('splitterMaritalStatus', 'choice', 'Status perkawinan', 'Marital status', {
          choices: MARITAL_STATUS,
        }),
      ],
      { hint: words('Berumur 17 tahun, atau pernah kawin.', 'Aged 17, or once married.') },
    ),
    question('splitCause', 'Mengapa pisah?', 'Why do they split off?', [
      field('splitCause', 'choice', 'Alasan', 'Reason', {
        choices: [
          choice('MARRIAGE', 'Kawin', 'Marriage'),
          choice('DIVORCE', 'Cerai', 'Divorce'),
          choice('OWN_WISH', 'Keinginan sendiri', 'Own wish'),
        ],
      }),
      field(
        'hasDeed',
        'yesNo',
        'Ada buku nikah atau kutipan akta',
        'There is a marriage book or certificate',
        { shownWhen: whenChosen('splitCause', 'MARRIAGE', 'DIVORCE') },
      ),
    ]),
    question('members', 'Siapa anggota KK baru?', 'Who is on the new card?', [
      memberRows('members', 'Anggota KK baru', 'Members of the new card', { nikRequired: true }),
    ]),
  ],
  papers: [
    OLD_KK,
    KTP,
    paper(
      'MARRIAGE_PROOF',
      'Buku nikah atau kutipan akta perkawinan',
      'Marriage book or certificate',
      words('karena pisah karena kawin', 'because they split off by marriage'),
      {
        neededWhen: (situation) => splitBy('MARRIAGE')(situation) && !saysNo(situation.answers, 'hasDeed'),
        otherwise: words('Tidak punya? Pakai F-1.05.', 'Do you not have it? Use F-1.05.'),
      },
    ),
    paper(
      'DIVORCE_PROOF',
      'Kutipan akta perceraian',
      'Divorce certificate',
      words('karena pisah karena cerai', 'because they split off by divorce'),
      {
        neededWhen: (situation) => splitBy('DIVORCE')(situation) && !saysNo(situation.answers, 'hasDeed'),
        otherwise: words('Tidak punya? Pakai F-1.05.', 'Do you not have it? Use F-1.05.'),
      },
    ),
    unrecordedStatement(
      (situation) => splitBy('MARRIAGE', 'DIVORCE')(situation) && saysNo(situation.answers, 'hasDeed'),
    ),
  ],
  check: (situation) => {
    const { answers, reportOn } = situation
    const age = ageIn(answers, 'splitterBirthDate', reportOn)
    const never = textIn(answers, 'splitterMaritalStatus') === NEVER_MARRIED
    return [
      ...(age !== undefined && age < ADULT_AGE && never
        ? [
            fault(
              'splitterBirthDate',
              'SPLIT_NOT_ELIGIBLE',
              'Belum 17 tahun dan belum pernah kawin. Belum bisa pisah KK.',
              'Not yet 17 and never married. A split is not possible yet.',
            ),
          ]
        : []),
      ...checkHead(situation, 'members'),
      ...checkMembers(situation, 'members'),
    ]
  },
})
