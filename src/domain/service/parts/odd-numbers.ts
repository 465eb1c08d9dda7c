import { checkNik } from '#domain/shared/nik.ts'
import { checkNoKk } from '#domain/shared/no-kk.ts'
import type { AnswerRow, Answers, Situation } from '../answers.ts'
import { field, question, words } from '../define.ts'
import { saysYes } from '../read-answers.ts'
import type { Finding, Question } from '../service-definition.ts'

/** Faults of the structure that a number on a real card may have all the same. Length and letters are not among them. */
const MAY_STAND_ON_A_CARD =
  /^(NIK|KK)_(PROVINCE_UNKNOWN|REGION_ZERO|DAY_RANGE|MONTH_RANGE|DATE_IMPOSSIBLE|SERIAL_ZERO|DATE_FUTURE)$/

/**
 * Asked only when a NIK or No. KK has an impossible structure. The number on the card prevails, so whoever holds the
 * card may say that it is written like this; the operator confirms it in SIAK when they accept the case.
 * @law PP 40/2019 art. 33
 */
export const ODD_NUMBER_QUESTION: Question = question(
  'oddNumbers',
  'Nomornya tidak lazim. Sudah benar?',
  'The number is odd. Is it right?',
  [
    field('numbersAsOnCard', 'yesNo', 'Persis seperti di KTP-el atau KK', 'Exactly as on the KTP-el or KK', {
      required: false,
      hint: words(
        'Cocokkan angka demi angka. Dinas memeriksanya di SIAK.',
        'Compare digit by digit. The office checks it in SIAK.',
      ),
    }),
  ],
  { shownWhen: hasOddNumber },
)

/** Is there a NIK or No. KK of right length and impossible structure? Found by the names of fields: `nik`, `motherNik`, `joinNoKk`. */
function hasOddNumber({ answers, reportOn }: Situation): boolean {
  const odd = (values: Answers | AnswerRow): boolean =>
    Object.entries(values).some(([id, value]) => {
      if (Array.isArray(value)) return value.some(odd)
      if (typeof value !== 'string') return false
      const remarks = /(^n|N)ik$/.test(id)
        ? checkNik(value)
        : /(^n|N)oKk$/.test(id)
          ? checkNoKk(value, reportOn)
          : []
      return remarks.some(({ code }) => MAY_STAND_ON_A_CARD.test(code))
    })
  return odd(answers)
}

/** Once that was answered with yes, such faults are doubts: shown to operator and verifier, stopping nothing. */
export function softenOddNumbers(findings: readonly Finding[], { answers }: Situation): readonly Finding[] {
  if (!saysYes(answers, 'numbersAsOnCard')) return findings
  return findings.map((finding) =>
    MAY_STAND_ON_A_CARD.test(finding.code) ? { ...finding, level: 'warning' } : finding,
  )
}
