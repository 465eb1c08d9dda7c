import { field, paper, question, words } from '../define.ts'
import type { KindDefinition } from '../service-definition.ts'
import { LOCAL_PRACTICE } from '../local-practice.ts'
import { HEAD_NAME, kkKind, KTP, noKkQuestion } from './kk-form.ts'

/** C1: the card is lost. Its number stays. */
export const KK_LOST: KindDefinition = kkKind({
  id: 'KK_LOST',
  label: words('KK hilang', 'Lost family card'),
  form: 'F-1.02 C1',
  when: words(
    'KK hilang dan isinya tidak berubah. Nomornya tetap.',
    'The card is lost and nothing in it changes. Its number stays.',
  ),
  questions: [
    noKkQuestion('KK mana yang hilang?', 'Which card is lost?', [HEAD_NAME]),
    question(
      'loss',
      'Apa kata surat kehilangan?',
      'What does the loss report say?',
      [
        field('lossReportNumber', 'text', 'Nomor surat dari Kepolisian', 'Number of the police report', {
          max: 60,
        }),
        field('lossReportDate', 'date', 'Tanggal surat', 'Date of the report'),
      ],
      {
        hint: words(
          'Buat laporan di Polsek terdekat. Laporan itu gratis.',
          'Report at the nearest police post. The report is free.',
        ),
      },
    ),
  ],
  papers: [
    paper(
      'LOSS_REPORT',
      'Surat keterangan hilang dari Kepolisian',
      'Police loss report',
      words('karena KK hilang', 'because the card is lost'),
      {
        otherwise: words(
          'Belum punya? Lapor ke Polsek atau Pospol terdekat.',
          'Do you not have it? Report at the nearest police post.',
        ),
        law: 'Perpres 96/2018 art. 12',
      },
    ),
    KTP,
    paper(
      'LOSS_STATEMENT',
      'Surat pernyataan penyebab hilang',
      'Statement on how it was lost',
      words('karena Dinas memintanya', 'because the office asks for it'),
      {
        neededWhen: () => LOCAL_PRACTICE.lossStatementAsked,
      },
    ),
  ],
})
