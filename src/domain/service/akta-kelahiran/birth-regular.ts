import { normaliseDigits } from '#domain/shared/sixteen-digits.ts'
import { wholeYearsBetween } from '#domain/shared/calendar.ts'
import { displayName } from '#domain/shared/person-name.ts'
import type { Situation } from '../answers.ts'
import { doubt, fault, field, question, words } from '../define.ts'
import { ADULT_AGE, ageIn, dayIn, saysNo, textIn, whenNo, whenYes } from '../read-answers.ts'
import type { Finding, KindDefinition } from '../service-definition.ts'
import { applicantName, applicantQuestions, BIRTH_RIGHT } from '../parts/applicant.ts'
import { checkConsent, CLOSING_QUESTIONS } from '../parts/consent.ts'
import { checkWitnesses, WITNESS_QUESTION } from '../parts/witnesses.ts'
import { BIRTH_PAPERS } from './birth-papers.ts'
import { parentFields } from './parent-fields.ts'
import { birthEvidence, birthEvidenceWords, hasFather } from './birth-evidence.ts'
import {
  BIRTH_DAY_QUESTION,
  BIRTH_DETAILS_QUESTION,
  BIRTH_PLACE_QUESTION,
  CHILD_QUESTION,
  isMultipleBirth,
} from './birth-questions.ts'
import { BIRTH_OUTPUTS } from './birth-outputs.ts'

/** Believable age of a mother at the birth; outside of it a doubt. */
const MOTHER_AGE = { from: 10, to: 60 }

function check(situation: Situation): readonly Finding[] {
  const { answers, reportOn } = situation
  const [motherNik, fatherNik] = [
    normaliseDigits(textIn(answers, 'motherNik')),
    normaliseDigits(textIn(answers, 'fatherNik')),
  ]
  const [born, motherBorn, fatherBorn] = [
    dayIn(answers, 'birthDate'),
    dayIn(answers, 'motherBirthDate'),
    dayIn(answers, 'fatherBirthDate'),
  ]
  const motherAge = born && motherBorn ? wholeYearsBetween(motherBorn, born) : undefined
  const found: Finding[] = [...checkConsent(situation), ...checkWitnesses(situation)]
  if (hasFather(situation) && motherNik !== '' && motherNik === fatherNik) {
    found.push(
      fault(
        'fatherNik',
        'PARENTS_SAME_NIK',
        'NIK ayah sama dengan NIK ibu. Periksa keduanya.',
        'Father and mother have the same NIK. Check both.',
      ),
    )
  }
  if (born && motherBorn && motherBorn >= born) {
    found.push(
      fault(
        'motherBirthDate',
        'PARENT_NOT_OLDER',
        'Ibu harus lahir sebelum anak.',
        'The mother must be born before the child.',
      ),
    )
  } else if (motherAge !== undefined && (motherAge < MOTHER_AGE.from || motherAge > MOTHER_AGE.to)) {
    found.push(
      doubt(
        'motherBirthDate',
        'MOTHER_AGE',
        `Umur ibu saat melahirkan ${motherAge} tahun. Periksa tanggalnya.`,
        `The mother was ${motherAge} at the birth. Check the dates.`,
      ),
    )
  }
  if (hasFather(situation) && born && fatherBorn && fatherBorn >= born) {
    found.push(
      fault(
        'fatherBirthDate',
        'PARENT_NOT_OLDER',
        'Ayah harus lahir sebelum anak.',
        'The father must be born before the child.',
      ),
    )
  }
  const right = textIn(answers, 'applicantRight')
  if (right === 'SELF' && born && wholeYearsBetween(born, reportOn) < ADULT_AGE) {
    found.push(
      fault(
        'applicantRight',
        'APPLICANT_TOO_YOUNG',
        'Hanya orang berumur 17 tahun yang bisa mengajukan sendiri.',
        'Only a person of 17 years may apply for themselves.',
      ),
    )
  }
  if (right === 'FATHER' && birthEvidence(situation) === 'MOTHER_ONLY') {
    found.push(
      fault(
        'applicantRight',
        'PARENT_STATUS',
        'Ayah tidak ditulis di akta ini. Pilih pemohon lain.',
        'This deed names no father. Choose another applicant.',
      ),
    )
  }
  return found
}

/** A child whose parents, or whose mother at least, are known; at any age of the person. */
export const BIRTH_REGULAR: KindDefinition = {
  id: 'BIRTH_REGULAR',
  service: 'AKTA_KELAHIRAN',
  label: words('Kelahiran, orang tua diketahui', 'Birth, parents known'),
  form: 'F-2.01',
  when: words(
    'Untuk anak atau orang dewasa yang ibunya diketahui.',
    'For a child or adult whose mother is known.',
  ),
  law: [
    'UU 23/2006 jo. UU 24/2013 art. 27, 32',
    'Perpres 96/2018 art. 33',
    'Permendagri 108/2019',
    'Permendagri 73/2022',
  ],
  questions: [
    BIRTH_DAY_QUESTION,
    CHILD_QUESTION,
    BIRTH_PLACE_QUESTION,
    BIRTH_DETAILS_QUESTION,
    question('birthProof', 'Ada surat keterangan kelahiran?', 'Is there a birth letter?', [
      field('hasBirthLetter', 'yesNo', 'Ada surat kelahiran', 'There is a birth letter', {
        hint: words(
          'Dari tenaga kesehatan, nakhoda, atau kepala negeri.',
          'From a health worker, captain or village head.',
        ),
      }),
      field('birthLetterNumber', 'text', 'Nomor surat, bila ada', 'Number of the letter, if any', {
        required: false,
        shownWhen: whenYes('hasBirthLetter'),
        max: 60,
      }),
    ]),
    question(
      'parents',
      'Apakah orang tua menikah?',
      'Are the parents married?',
      [
        field(
          'hasMarriageProof',
          'yesNo',
          'Ada buku nikah atau akta perkawinan',
          'There is a marriage book or certificate',
        ),
        field(
          'kkShowsCouple',
          'yesNo',
          'KK menulis mereka sebagai suami istri',
          'The KK shows them as husband and wife',
          { shownWhen: whenNo('hasMarriageProof') },
        ),
        field(
          'marriageDeedNumber',
          'text',
          'Nomor buku nikah atau akta',
          'Number of the book or certificate',
          { shownWhen: whenYes('hasMarriageProof'), max: 60 },
        ),
        field('marriageDate', 'date', 'Tanggal perkawinan', 'Date of the marriage', {
          shownWhen: whenYes('hasMarriageProof'),
        }),
      ],
      { insight: birthEvidenceWords },
    ),
    question('mother', 'Siapa ibunya?', 'Who is the mother?', [
      ...parentFields('mother', 'ibu', 'mother', '2'),
      field('motherNeverMarried', 'yesNo', 'Ibu belum pernah kawin', 'The mother never married', {
        shownWhen: ({ answers, reportOn }) =>
          (ageIn(answers, 'motherBirthDate', reportOn) ?? ADULT_AGE) < ADULT_AGE &&
          saysNo(answers, 'hasMarriageProof'),
      }),
    ]),
    question(
      'father',
      'Siapa ayahnya?',
      'Who is the father?',
      parentFields('father', 'ayah', 'father', '1'),
      { shownWhen: hasFather },
    ),
    question('familyCard', 'Berapa No. KK orang tua?', "What is the parents' No. KK?", [
      field('noKk', 'noKk', 'No. KK', 'No. KK', {
        hint: words('Anak akan dicatat di KK ini.', 'The child will be recorded on this card.'),
      }),
    ]),
    WITNESS_QUESTION,
    ...applicantQuestions(BIRTH_RIGHT),
    ...CLOSING_QUESTIONS,
  ],
  papers: BIRTH_PAPERS,
  outputs: BIRTH_OUTPUTS,
  check,
  followUps: (situation) =>
    isMultipleBirth(situation)
      ? [
          {
            service: 'AKTA_KELAHIRAN',
            kind: 'BIRTH_REGULAR',
            because: words(
              'Saudara kembarnya perlu permohonan sendiri.',
              'The sibling of the same birth needs a case of their own.',
            ),
          },
        ]
      : [],
  applicantName: (situation) =>
    applicantName(situation) || displayName(textIn(situation.answers, 'childName')),
}
