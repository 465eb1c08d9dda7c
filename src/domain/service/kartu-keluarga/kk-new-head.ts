import type { Situation } from '../answers.ts'
import { HEAD_OF_FAMILY } from '../code-lists.ts'
import { choice, fault, field, paper, question, words } from '../define.ts'
import type { Finding, KindDefinition } from '../service-definition.ts'
import { normaliseDigits } from '#domain/shared/sixteen-digits.ts'
import { rowsIn, textIn, whenChosen } from '../read-answers.ts'
import { allUnderAge, checkHead, checkMembers, memberRows, wasMarried } from '../parts/family-members.ts'
import { kkKind, noKkQuestion, OLD_KK } from './kk-form.ts'

const died = whenChosen('headGone', 'DIED')
const moved = whenChosen('headGone', 'MOVED')
const toRelative = whenChosen('guardianSolution', 'RELATIVE_KK')
const onlyChildrenRemain = allUnderAge('members')

/** A2: the head died or moved away; the others need a new head, and get a new number. */
export const KK_NEW_HEAD: KindDefinition = kkKind({
  id: 'KK_NEW_HEAD',
  label: words('Ganti kepala keluarga', 'New head of family'),
  form: 'F-1.02 A2',
  when: words(
    'Kepala keluarga meninggal atau pindah. No. KK menjadi baru.',
    'The head of the family died or moved. The No. KK becomes new.',
  ),
  questions: [
    noKkQuestion('KK mana yang diganti?', 'Which card is replaced?'),
    question('oldHead', 'Siapa kepala keluarga yang lama?', 'Who was the head of the family?', [
      field('oldHeadName', 'name', 'Nama', 'Name'),
      field('oldHeadNik', 'nik', 'NIK', 'NIK'),
      field('headGone', 'choice', 'Ia tidak lagi di KK karena', 'No longer on the card because of', {
        choices: [choice('DIED', 'Meninggal', 'Death'), choice('MOVED', 'Pindah', 'A move')],
      }),
      field('goneDate', 'date', 'Sejak tanggal', 'Since'),
      field('deathDeedNumber', 'text', 'Nomor akta kematian', 'Number of the death certificate', {
        shownWhen: died,
        max: 60,
      }),
      field('moveLetterNumber', 'text', 'Nomor SKPWNI', 'Number of the SKPWNI', {
        shownWhen: moved,
        max: 60,
      }),
    ]),
    question(
      'members',
      'Siapa yang tinggal di KK?',
      'Who stays on the card?',
      [memberRows('members', 'Anggota keluarga', 'Family members', { nikRequired: true })],
      {
        hint: words(
          'Hubungan ditulis menurut kepala keluarga yang baru.',
          'The relation is to the new head.',
        ),
        insight: (situation) =>
          onlyChildrenRemain(situation)
            ? words(
                'Semua di bawah 17 tahun. Perlu orang dewasa dari keluarga.',
                'All are under 17. An adult of the family is needed.',
              )
            : undefined,
      },
    ),
    question(
      'guardian',
      'Siapa orang dewasanya?',
      'Who is the adult?',
      [
        field('guardianSolution', 'choice', 'Jalan keluarnya', 'The solution', {
          choices: [
            choice(
              'ADULT_HEAD',
              'Keluarga dewasa masuk dan menjadi kepala',
              'An adult relative joins and becomes the head',
            ),
            choice(
              'RELATIVE_KK',
              'Anak-anak masuk ke KK kerabat',
              'The children join the card of a relative',
            ),
          ],
        }),
        field('guardianName', 'name', 'Nama', 'Name'),
        field('guardianNik', 'nik', 'NIK', 'NIK'),
        field('guardianNoKk', 'noKk', 'No. KK', 'No. KK'),
      ],
      { shownWhen: onlyChildrenRemain },
    ),
  ],
  papers: [
    OLD_KK,
    paper(
      'DEATH_DEED',
      'Kutipan akta kematian kepala keluarga lama',
      'Death certificate of the former head',
      words('karena kepala keluarga meninggal', 'because the head of the family died'),
      {
        neededWhen: died,
        otherwise: words(
          'Belum ada? Akta kematian dibuat lebih dulu, gratis.',
          'Not there yet? The death certificate is made first, free of charge.',
        ),
      },
    ),
    paper(
      'MOVE_LETTER',
      'SKPWNI kepala keluarga lama',
      'SKPWNI of the former head',
      words('karena kepala keluarga pindah', 'because the head of the family moved'),
      { neededWhen: moved },
    ),
    paper(
      'GUARDIAN_STATEMENT',
      'Surat pernyataan bersedia menjadi wali',
      'Statement of a guardian',
      words('karena anak-anak masuk ke KK kerabat', 'because the children join the card of a relative'),
      {
        neededWhen: (situation) => onlyChildrenRemain(situation) && toRelative(situation),
        law: 'Surat Dirjen Dukcapil 470/13287/Dukcapil',
      },
    ),
    paper(
      'GUARDIAN_KK',
      'KK orang dewasa dari keluarga',
      'Family card of the adult relative',
      words('karena semua anggota di bawah 17 tahun', 'because all members are under 17'),
      {
        neededWhen: onlyChildrenRemain,
      },
    ),
  ],
  check: (situation) => [
    ...(onlyChildrenRemain(situation) ? childHeads(situation) : checkHead(situation, 'members')),
    ...checkMembers(situation, 'members'),
    ...rowsIn(situation.answers, 'members').flatMap((row, index) =>
      normaliseDigits(textIn(row, 'nik')) !== '' &&
      normaliseDigits(textIn(row, 'nik')) === normaliseDigits(textIn(situation.answers, 'oldHeadNik'))
        ? [
            fault(
              'members',
              'OLD_HEAD_LISTED',
              'Kepala keluarga lama tidak ditulis lagi.',
              'The former head is not listed any more.',
              { row: index, column: 'nik' },
            ),
          ]
        : [],
    ),
  ],
})

/** With an adult from outside, no child is the head of the family, unless married. */
function childHeads({ answers }: Situation): readonly Finding[] {
  return rowsIn(answers, 'members').flatMap((row, index) =>
    textIn(row, 'relation') === HEAD_OF_FAMILY && !wasMarried(row)
      ? [
          fault(
            'members',
            'HEAD_UNDERAGE',
            'Kepala keluarga harus berumur 17 tahun, atau pernah kawin.',
            'A head of family must be 17, or have been married.',
            { row: index, column: 'relation' },
          ),
        ]
      : [],
  )
}
