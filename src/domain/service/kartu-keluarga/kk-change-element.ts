import { field, paper, question, words } from '../define.ts'
import { saysNo, whenYes } from '../read-answers.ts'
import type { KindDefinition } from '../service-definition.ts'
import { CHANGES_FIELD, changesDeedData, checkChanges, elementForm } from '../parts/element-changes.ts'
import { HEAD_NAME, kkKind, noKkQuestion, OLD_KK } from './kk-form.ts'

/** B3: an element of someone's record changes. Neither No. KK nor NIK does. */
export const KK_CHANGE_ELEMENT: KindDefinition = kkKind({
  id: 'KK_CHANGE_ELEMENT',
  label: words('Data di KK berubah atau salah', 'Data on the card changed or wrong'),
  form: 'F-1.02 B3',
  when: words(
    'Pendidikan, pekerjaan, agama, atau data lain berubah.',
    'Education, occupation, religion or other data changed.',
  ),
  law: ['Permendagri 108/2019 art. 15', 'PP 40/2019 art. 30'],
  questions: [
    noKkQuestion('KK mana yang berubah?', 'Which card changes?', [HEAD_NAME]),
    question('changes', 'Apa yang berubah?', 'What changes?', [CHANGES_FIELD], {
      hint: words('Satu baris untuk tiap data tiap orang.', 'One line for each datum of each person.'),
      insight: (situation) =>
        changesDeedData(situation)
          ? words(
              'Nama, kelamin, dan tanggal lahir perlu akta yang sudah dibetulkan. NIK tetap.',
              'Name, sex and birth date need a corrected certificate. The NIK stays.',
            )
          : undefined,
    }),
    question(
      'proof',
      'Ada bukti isi yang baru?',
      'Is the new value proven?',
      [field('hasProof', 'yesNo', 'Ada bukti', 'There is a proof')],
      {
        hint: words(
          'Misalnya ijazah, SK kerja, atau penetapan pengadilan.',
          'Such as a diploma, a work decree or a court order.',
        ),
      },
    ),
  ],
  papers: [
    elementForm(),
    OLD_KK,
    paper(
      'ELEMENT_PROOF',
      'Bukti isi yang baru',
      'Proof of the new value',
      words('karena data hanya berubah dengan dasar', 'because data change on a ground only'),
      {
        neededWhen: whenYes('hasProof'),
        otherwise: words('Tidak ada bukti? Pakai F-1.04.', 'Is there no proof? Use F-1.04.'),
      },
    ),
    paper(
      'F104',
      'F-1.04, pernyataan tidak memiliki dokumen',
      'F-1.04, statement of having no documents',
      words('karena tidak ada bukti isi yang baru', 'because the new value cannot be proven'),
      {
        neededWhen: ({ answers }) => saysNo(answers, 'hasProof'),
      },
    ),
    paper(
      'CORRECTED_DEED',
      'Akta yang sudah dibetulkan, atau penetapan pengadilan',
      'Corrected certificate or court order',
      words('karena nama, kelamin, atau tanggal lahir berubah', 'because name, sex or birth date changes'),
      {
        neededWhen: changesDeedData,
      },
    ),
  ],
  check: checkChanges,
})
