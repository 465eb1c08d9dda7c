import { field, paper, question, words } from '../define.ts'
import type { KindDefinition } from '../service-definition.ts'
import { HEAD_NAME, kkKind, KTP, noKkQuestion } from './kk-form.ts'

/** C2: the card cannot be read any more. Its number stays. */
export const KK_DAMAGED: KindDefinition = kkKind({
  id: 'KK_DAMAGED',
  label: words('KK rusak', 'Damaged family card'),
  form: 'F-1.02 C2',
  when: words(
    'KK rusak dan isinya tidak berubah. Nomornya tetap.',
    'The card is damaged and nothing in it changes. Its number stays.',
  ),
  questions: [
    noKkQuestion('KK mana yang rusak?', 'Which card is damaged?', [HEAD_NAME]),
    question('damage', 'Apa yang rusak?', 'What is damaged?', [
      field('damage', 'text', 'Kerusakan', 'Damage', {
        min: 3,
        hint: words('Misalnya basah, robek, atau tidak terbaca.', 'Such as wet, torn or unreadable.'),
      }),
    ]),
  ],
  papers: [
    paper(
      'DAMAGED_KK',
      'KK yang rusak',
      'The damaged card',
      words('karena KK ini yang diganti', 'because this card is replaced'),
      {
        otherwise: words(
          'Kertasnya sudah tidak ada? Pilih KK hilang.',
          'Is the paper gone? Choose lost card.',
        ),
      },
    ),
    KTP,
  ],
})
