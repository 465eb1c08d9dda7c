import type { Text } from '#domain/shared/text.ts'
import type { Situation } from '../answers.ts'
import { fault, field, question, words } from '../define.ts'
import { saysNo } from '../read-answers.ts'
import type { Finding, Question } from '../service-definition.ts'
import { ODD_NUMBER_QUESTION } from './odd-numbers.ts'

// Both texts belong to the rules: changing one raises the service's version, which a case keeps from its submission.

/** What the applicant declares. @law UU 23/2006 (false data is a crime) */
export const TRUTH_STATEMENT: Text = words(
  'Data dan berkas ini benar. Saya tahu bahwa data palsu dapat dipidana.',
  'These data and papers are true. I know that false data can be punished.',
)

/** What the applicant has read. */
export const PRIVACY_NOTICE: Text = words(
  'Data ini hanya dipakai untuk permohonan ini, oleh petugas negeri dan Dinas. Setiap orang yang membukanya tercatat.',
  'These data are used for this application only, by village and district staff. Everyone who opens them is recorded.',
)

const CONSENT_QUESTION: Question = question(
  'consent',
  'Apakah semua sudah benar?',
  'Is everything right?',
  [
    field('truthStatement', 'yesNo', 'Pernyataan kebenaran', 'Statement of truth', { hint: TRUTH_STATEMENT }),
    field(
      'privacyNoticeRead',
      'yesNo',
      'Pemberitahuan privasi sudah dibaca',
      'Privacy notice has been read',
      { hint: PRIVACY_NOTICE },
    ),
  ],
  {
    hint: words('Bacakan untuk pemohon, lalu tandai keduanya.', 'Read it to the applicant, then tick both.'),
  },
)

/** The last pages of every form. */
export const CLOSING_QUESTIONS: readonly Question[] = [ODD_NUMBER_QUESTION, CONSENT_QUESTION]

/** Both must be yes; not answered at all is already named as missing. */
export function checkConsent({ answers }: Situation): readonly Finding[] {
  return ['truthStatement', 'privacyNoticeRead']
    .filter((id) => saysNo(answers, id))
    .map((id) =>
      fault(
        id,
        'CONSENT_REFUSED',
        'Tanpa pernyataan ini permohonan tidak bisa diajukan.',
        'Without this statement the application cannot be submitted.',
      ),
    )
}
