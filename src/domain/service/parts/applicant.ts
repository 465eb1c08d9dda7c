import { displayName } from '#domain/shared/person-name.ts'
import { normaliseDigits } from '#domain/shared/sixteen-digits.ts'
import type { Situation } from '../answers.ts'
import { choice, field, paper, question, words } from '../define.ts'
import { textIn, whenChosen } from '../read-answers.ts'
import type { Choice, PaperRule, Question } from '../service-definition.ts'

const PROXY = choice('PROXY', 'Penerima kuasa', 'Holder of a power of attorney')

/** Who may apply for KK and SKPWNI: the person, a member of the same card, or a proxy with F-1.07. */
export const FAMILY_RIGHT: readonly Choice[] = [
  choice('SELF', 'Orang yang datanya diurus', 'The person concerned'),
  choice('FAMILY', 'Anggota KK yang sama', 'A member of the same family card'),
  PROXY,
]

/** Who may report a birth. */
export const BIRTH_RIGHT: readonly Choice[] = [
  choice('MOTHER', 'Ibu', 'Mother'),
  choice('FATHER', 'Ayah', 'Father'),
  choice('FAMILY', 'Keluarga lain di KK yang sama', 'Another member of the same family card'),
  choice('SELF', 'Orang yang aktanya dibuat (dewasa)', 'The person of the certificate (adult)'),
  PROXY,
]

/** Who may report a foundling. */
export const FINDER_RIGHT: readonly Choice[] = [
  choice('FINDER', 'Penemu anak', 'The finder'),
  choice('GUARDIAN', 'Wali atau pengasuh', 'Guardian or carer'),
  choice('INSTITUTION', 'Petugas panti atau dinas sosial', 'Staff of a home or the social service'),
  PROXY,
]

/** A parent who applies has been named already, so is not asked again. */
const isParent = whenChosen('applicantRight', 'MOTHER', 'FATHER')
const notParent = (situation: Situation): boolean => !isParent(situation)

/** Two pages of every form: who applies and by what right, and where the news goes. */
export function applicantQuestions(rights: readonly Choice[]): readonly Question[] {
  return [
    question('applicant', 'Siapa pemohonnya?', 'Who applies?', [
      field('applicantRight', 'choice', 'Pemohon adalah', 'The applicant is', { choices: rights }),
      field('applicantName', 'name', 'Nama pemohon', 'Name of the applicant', {
        shownWhen: notParent,
        hint: words('Tulis seperti di KTP-el.', 'Write it as on the KTP-el.'),
      }),
      field('applicantNik', 'nik', 'NIK pemohon', 'NIK of the applicant', { shownWhen: notParent }),
    ]),
    question('notice', 'Ke mana kabar dikirim?', 'Where does the news go?', [
      field('noticeTo', 'choice', 'Kabar lewat', 'News by', {
        choices: [
          choice('PHONE', 'HP pemohon', "The applicant's phone"),
          choice('NEGERI', 'Kantor negeri', 'The village office'),
        ],
        hint: words(
          'Tautan dokumen dan PIN datang dari SIAK.',
          'SIAK sends the link of the document and a PIN.',
        ),
      }),
      field('phone', 'phone', 'Nomor HP', 'Mobile number', { shownWhen: whenChosen('noticeTo', 'PHONE') }),
      field('email', 'email', 'E-mail, bila ada', 'E-mail, if any', { required: false }),
    ]),
  ]
}

/** F-1.07, when someone applies for another family. */
export const PROXY_PAPER: PaperRule = paper(
  'F107',
  'Surat kuasa F-1.07',
  'Power of attorney F-1.07',
  words('karena pemohon mewakili orang lain', 'because the applicant acts for someone else'),
  {
    neededWhen: whenChosen('applicantRight', 'PROXY'),
    otherwise: words(
      'Tidak ada surat kuasa? Anggota KK yang sama boleh mengajukan sendiri.',
      'No power of attorney? A member of the same card may apply.',
    ),
    law: 'Permendagri 109/2019 (F-1.07)',
  },
)

/** Whose name and NIK are the applicant's: of a birth it may be a parent, named on another page. */
function applicantIs({ answers }: Situation): 'mother' | 'father' | 'applicant' {
  const right = textIn(answers, 'applicantRight')
  return right === 'MOTHER' ? 'mother' : right === 'FATHER' ? 'father' : 'applicant'
}

/** The applicant's name as the queue shows it; empty while nobody is named. */
export function applicantName(situation: Situation): string {
  return displayName(textIn(situation.answers, `${applicantIs(situation)}Name`))
}

/** The applicant's NIK, digits only; empty while it is not answered. */
export function applicantNik(situation: Situation): string {
  return normaliseDigits(textIn(situation.answers, `${applicantIs(situation)}Nik`))
}
