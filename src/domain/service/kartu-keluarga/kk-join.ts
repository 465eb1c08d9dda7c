import { HEAD_OF_FAMILY } from '../code-lists.ts'
import { fault, field, paper, question, words } from '../define.ts'
import { rowsIn, textIn } from '../read-answers.ts'
import type { KindDefinition } from '../service-definition.ts'
import { checkMembers, memberRows } from '../parts/family-members.ts'
import { CHILD_ALONE_QUESTION, checkJoin, childCarePaper, hostStatement } from '../parts/housing.ts'
import { kkKind, noKkQuestion } from './kk-form.ts'

/** B1: people join the card of another family; that card keeps its number. */
export const KK_JOIN: KindDefinition = kkKind({
  id: 'KK_JOIN',
  label: words('Menumpang di KK lain', 'Joining another card'),
  form: 'F-1.02 B1',
  when: words(
    'Masuk ke KK keluarga lain. Nomor KK itu tetap.',
    'Joining the card of another family. Its number stays.',
  ),
  questions: [
    question('host', 'Menumpang di KK siapa?', 'Whose card do they join?', [
      field('joinHeadName', 'name', 'Nama kepala keluarga', 'Name of the head of family'),
      field('joinNoKk', 'noKk', 'No. KK yang ditumpangi', 'No. KK that they join'),
    ]),
    noKkQuestion('Dari KK mana?', 'From which card?'),
    question(
      'members',
      'Siapa yang menumpang?',
      'Who joins?',
      [memberRows('members', 'Yang menumpang', 'People who join', { nikRequired: true })],
      {
        hint: words(
          'Hubungan ditulis terhadap kepala keluarga yang menampung.',
          'The relation is to the head who takes them in.',
        ),
      },
    ),
    CHILD_ALONE_QUESTION,
  ],
  papers: [
    paper(
      'HOST_KK',
      'KK yang ditumpangi',
      'The card that they join',
      words('karena nama ditambahkan di KK ini', 'because names are added to this card'),
    ),
    paper(
      'OLD_KK',
      'KK lama',
      'The present family card',
      words('karena nama dikeluarkan dari KK ini', 'because names leave this card'),
    ),
    hostStatement(),
    childCarePaper('members'),
  ],
  check: (situation) => [
    ...checkJoin(situation),
    ...checkMembers(situation, 'members'),
    ...rowsIn(situation.answers, 'members').flatMap((row, index) =>
      textIn(row, 'relation') === HEAD_OF_FAMILY
        ? [
            fault(
              'members',
              'SHDK_INVALID',
              'Yang menumpang bukan kepala keluarga.',
              'Whoever joins is not the head of the family.',
              { row: index, column: 'relation' },
            ),
          ]
        : [],
    ),
  ],
})
