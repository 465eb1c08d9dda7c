import { choice, field, paper, question, words } from '../define.ts'
import { saysYes, textIn, whenChosen, whenNo, whenYes } from '../read-answers.ts'
import type { KindDefinition } from '../service-definition.ts'
import { localAddressFields } from '../parts/address.ts'
import { biodataPaper, biodataQuestion, checkBiodata, firstRecordPaper } from '../parts/biodata.ts'
import { CHANGES_FIELD, checkChanges, elementForm } from '../parts/element-changes.ts'
import { checkHead, checkMembers, memberRows } from '../parts/family-members.ts'
import { kkKind, unrecordedStatement } from './kk-form.ts'

const noDeed = whenNo('hasDeed')

/** A1: a marriage or a divorce makes a new family. */
export const KK_NEW_MARRIAGE: KindDefinition = kkKind({
  id: 'KK_NEW_MARRIAGE',
  label: words('KK baru karena kawin atau cerai', 'New card by marriage or divorce'),
  form: 'F-1.02 A1',
  when: words(
    'Baru kawin atau cerai, dan membentuk keluarga sendiri.',
    'Newly married or divorced, and forming a family.',
  ),
  law: ['PP 40/2019'],
  questions: [
    question(
      'basis',
      'Keluarga baru karena apa?',
      'Why is there a new family?',
      [
        field('basis', 'choice', 'Karena', 'Because of', {
          choices: [choice('MARRIAGE', 'Perkawinan', 'Marriage'), choice('DIVORCE', 'Perceraian', 'Divorce')],
        }),
        field(
          'hasDeed',
          'yesNo',
          'Ada buku nikah atau kutipan akta',
          'There is a marriage book or certificate',
        ),
        field('deedNumber', 'text', 'Nomor buku nikah atau akta', 'Number of the book or certificate', {
          shownWhen: whenYes('hasDeed'),
          max: 60,
        }),
        field('eventDate', 'date', 'Tanggal kawin atau cerai', 'Date of the marriage or divorce'),
      ],
      {
        insight: (situation) =>
          noDeed(situation)
            ? words(
                'Tanpa akta tetap bisa. Pakai F-1.05 dengan dua saksi.',
                'It works without a certificate. Use F-1.05 with two witnesses.',
              )
            : undefined,
      },
    ),
    question(
      'oldCards',
      'Apa No. KK lama keduanya?',
      'What are the two old No. KK?',
      [
        field('husbandNoKk', 'noKk', 'No. KK lama suami', "Husband's old No. KK"),
        field('wifeNoKk', 'noKk', 'No. KK lama istri', "Wife's old No. KK"),
      ],
      {
        hint: words(
          'Bila sudah satu KK, tulis nomor yang sama.',
          'If it is one card, write the same number.',
        ),
      },
    ),
    question('spouseOrigin', 'Ada yang pindah ke sini?', 'Does one of them move here?', [
      field(
        'spouseFromElsewhere',
        'yesNo',
        'Salah satu dari kabupaten lain',
        'One comes from another regency',
      ),
      field('skpwniNumber', 'text', 'Nomor SKPWNI', 'Number of the SKPWNI', {
        shownWhen: whenYes('spouseFromElsewhere'),
        max: 60,
      }),
      field('originRegency', 'regency', 'Kabupaten atau kota asal', 'Regency or city of origin', {
        shownWhen: whenYes('spouseFromElsewhere'),
      }),
    ]),
    question(
      'address',
      'Keluarga baru tinggal di mana?',
      'Where does the new family live?',
      localAddressFields('new'),
    ),
    question('members', 'Siapa anggota KK baru?', 'Who is on the new card?', [
      memberRows('members', 'Anggota keluarga', 'Family members', { nikRequired: false }),
    ]),
    biodataQuestion('members'),
    question(
      'elements',
      'Ada data lain yang berubah?',
      'Do other data change?',
      [
        field('elementsChange', 'yesNo', 'Ada data lain yang berubah', 'Other data change'),
        { ...CHANGES_FIELD, shownWhen: whenYes('elementsChange') },
      ],
      { hint: words('Misalnya pendidikan atau pekerjaan.', 'Such as education or occupation.') },
    ),
  ],
  papers: [
    paper(
      'OLD_KK_HUSBAND',
      'KK lama suami',
      "Husband's old card",
      words('karena namanya pindah dari KK ini', 'because his name leaves this card'),
    ),
    paper(
      'OLD_KK_WIFE',
      'KK lama istri',
      "Wife's old card",
      words('karena namanya pindah dari KK ini', 'because her name leaves this card'),
      {
        neededWhen: ({ answers }) =>
          textIn(answers, 'wifeNoKk') === '' ||
          textIn(answers, 'wifeNoKk') !== textIn(answers, 'husbandNoKk'),
      },
    ),
    paper(
      'MARRIAGE_PROOF',
      'Buku nikah atau kutipan akta perkawinan',
      'Marriage book or certificate',
      words('karena KK dibuat karena kawin', 'because the card is made for a marriage'),
      {
        neededWhen: (situation) => whenChosen('basis', 'MARRIAGE')(situation) && !noDeed(situation),
        otherwise: words('Tidak punya? Pakai F-1.05.', 'Do you not have it? Use F-1.05.'),
      },
    ),
    paper(
      'DIVORCE_PROOF',
      'Kutipan akta perceraian',
      'Divorce certificate',
      words('karena KK dibuat karena cerai', 'because the card is made for a divorce'),
      {
        neededWhen: (situation) => whenChosen('basis', 'DIVORCE')(situation) && !noDeed(situation),
        otherwise: words('Tidak punya? Pakai F-1.05.', 'Do you not have it? Use F-1.05.'),
      },
    ),
    unrecordedStatement(noDeed),
    biodataPaper('members'),
    firstRecordPaper('members'),
    paper(
      'SKPWNI',
      'SKPWNI dari daerah asal',
      'SKPWNI of the place of origin',
      words('karena salah satu dari kabupaten lain', 'because one comes from another regency'),
      { neededWhen: whenYes('spouseFromElsewhere') },
    ),
    elementForm(whenYes('elementsChange')),
  ],
  check: (situation) => [
    ...checkHead(situation, 'members'),
    ...checkMembers(situation, 'members'),
    ...checkBiodata(situation, 'members'),
    ...(saysYes(situation.answers, 'elementsChange') ? checkChanges(situation) : []),
  ],
})
